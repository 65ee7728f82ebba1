package stage

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// WebAuthnDeviceType is a model of WebAuthn authenticators that authentik knows from
// the FIDO alliance's list (/api/v3/stages/authenticator/webauthn_device_types/).
var WebAuthnDeviceType = kind.Kind{
	Type:     "webauthn_device_type",
	Plural:   "webauthn_device_types",
	Title:    "WebAuthn device type",
	Family:   Family,
	Summary:  "A WebAuthn device type is a model of security keys or passkeys. Stages can restrict which of them users may enroll or use. Its `id` is the model's AAGUID, its name the `description`.",
	API:      kind.Endpoint{Path: "/stages/authenticator/webauthn_device_types/", Key: "aaguid"},
	Model:    "authentik_stages_authenticator_webauthn.webauthndevicetype",
	Lookups:  []kind.Lookup{kind.By("description")},
	Selects:  []string{"description"},
	Filters:  []string{"description"},
	ReadOnly: true,
	Fields:   deviceTypeFields(),
}

func deviceTypeFields() []kind.Field {
	return []kind.Field{
		{
			Name:        "aaguid",
			Description: "AAGUID of the model.",
		},
		{
			Name:        "description",
			Description: "Name of the model, such as `YubiKey 5 Series with NFC`.",
		},
	}
}

// deviceTypes are the types that a stage is restricted to, beside their AAGUIDs.
func deviceTypes(name, description string) kind.Field {
	return kind.Field{
		Name: name, Fields: deviceTypeFields(), SortBy: []string{"description", "aaguid"},
		Description: description + " Sorted by `description`, then `aaguid`.",
	}
}

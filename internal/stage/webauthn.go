package stage

import "github.com/authentik-iac/terraform-provider-authentik/internal/object"

// WebAuthnDeviceType is a model of WebAuthn authenticators that authentik knows from
// the FIDO alliance's list (/api/v3/stages/authenticator/webauthn_device_types/).
var WebAuthnDeviceType = object.Object{
	Type:       "webauthn_device_type",
	Plural:     "webauthn_device_types",
	Title:      "WebAuthn device type",
	Family:     Family,
	Summary:    "It is a model of security keys or passkeys that authentik knows, by which stages can restrict the authenticators that users may set up or use. Its `id` is the model's AAGUID; by name it is found with `description`.",
	Path:       "/stages/authenticator/webauthn_device_types/",
	Model:      "authentik_stages_authenticator_webauthn.webauthndevicetype",
	Key:        "aaguid",
	Lookups:    []object.Lookup{object.By("description")},
	Filters:    []string{"description"},
	ReadOnly:   true,
	Attributes: deviceTypeFields(),
}

func deviceTypeFields() []object.Attribute {
	return []object.Attribute{
		{
			Name: "aaguid", Kind: object.UUID, ReadOnly: true,
			Description: "AAGUID, by which authenticators name their model.",
		},
		{
			Name: "description", ReadOnly: true,
			Description: "Name of the model, such as `YubiKey 5 Series with NFC`.",
		},
	}
}

// deviceTypes are the types that a stage is restricted to, beside their AAGUIDs.
func deviceTypes(name, description string) object.Attribute {
	return object.Attribute{
		Name: name, Kind: object.Objects, ReadOnly: true, Attributes: deviceTypeFields(), Order: []string{"description", "aaguid"},
		Description: description + " Sorted by `description`, then `aaguid`.",
	}
}

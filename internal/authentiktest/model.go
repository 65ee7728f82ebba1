package authentiktest

import "strings"

// model holds what the contract table does not say about the objects of a collection: constants
// of the server's code. A collection without one works too, with empty constants.
type model struct {
	// constants are the read-only fields that have one value for all objects.
	constants map[string]any
	// defaults are the defaults of fields that are neither null nor empty.
	defaults map[string]any
}

// models is keyed by collection path; section 5 of the API facts has the source of each value.
var models = map[string]model{
	"/stages/authenticator/sms/": {
		constants: map[string]any{
			"component":           "ak-stage-authenticator-sms-form",
			"verbose_name":        "SMS Authenticator Setup Stage",
			"verbose_name_plural": "SMS Authenticator Setup Stages",
			"meta_model_name":     "authentik_stages_authenticator_sms.authenticatorsmsstage",
		},
		defaults: map[string]any{"auth_type": "basic"},
	},
	"/stages/authenticator/static/": {
		constants: map[string]any{
			"component":           "ak-stage-authenticator-static-form",
			"verbose_name":        "Static Authenticator Setup Stage",
			"verbose_name_plural": "Static Authenticator Setup Stages",
			"meta_model_name":     "authentik_stages_authenticator_static.authenticatorstaticstage",
		},
		defaults: map[string]any{"token_count": 6.0, "token_length": 12.0},
	},
	"/stages/authenticator/totp/": {
		constants: map[string]any{
			"component":           "ak-stage-authenticator-totp-form",
			"verbose_name":        "TOTP Authenticator Setup Stage",
			"verbose_name_plural": "TOTP Authenticator Setup Stages",
			"meta_model_name":     "authentik_stages_authenticator_totp.authenticatortotpstage",
		},
	},
}

// references says which collection a field with the id of another object leads to. A collection
// that holds no object yet is taken as unknown, and any id as good.
var references = map[string]string{
	"configure_flow": "/flows/instances/",
	"mapping":        "/propertymappings/notification/",
}

// families are objects whose names are unique together, with the noun in the server's message.
var families = []struct{ prefix, noun string }{
	{"/stages/", "stage"},
	{"/propertymappings/", "property mapping"},
}

// family gives the prefix of the paths that share their names with this collection, and the noun
// of the message; false when names need not be unique.
func family(path string) (prefix, noun string, unique bool) {
	for _, family := range families {
		if strings.HasPrefix(path, family.prefix) {
			return family.prefix, family.noun, true
		}
	}
	return "", "", false
}

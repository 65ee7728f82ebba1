package stage

import (
	"net/url"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// AuthenticatorSMS is the stage in which users set up text messages as a second
// factor (/api/v3/stages/authenticator/sms/).
var AuthenticatorSMS = kind.Kind{
	Type:    "stage_authenticator_sms",
	Plural:  "stages_authenticator_sms",
	Title:   "SMS authenticator setup stage",
	Family:  Family,
	Summary: "An SMS authenticator setup stage is a step of a flow in which users enroll a phone number, to receive codes by text message, as a second factor.",
	API:     kind.Endpoint{Path: "/stages/authenticator/sms/"},
	Model:   "authentik_stages_authenticator_sms.authenticatorsmsstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "sms_provider", "verify_only", "mapping", "configure_flow"},
	Deletes: devicesAndBindings,
	Rules:   []kind.Rule{checkGateway},
	Fields: slices.Concat(Base(), setup(), []kind.Field{
		{
			Name: "sms_provider", API: "provider", Default: "twilio",
			Description: "Gateway that sends the messages: Twilio (`twilio`), or any other over HTTP (`generic`). The API calls the field `provider`, which Terraform reserves.",
		},
		{
			Name:        "from_number",
			Description: "Phone number or name of the sender.",
		},
		{
			Name: "account_sid", Sensitive: true,
			Description: "Account SID with `twilio`; URL that messages are posted to with `generic`.",
		},
		{
			Name: "auth", Secret: true,
			Description: "Auth token with `twilio`; with `generic` the user name (`auth_type` is `basic`) or the token (`bearer`).",
		},
		{
			Name: "auth_password", Default: "", Secret: true,
			Description: "Password that goes with `auth` where `sms_provider` is `generic` and `auth_type` is `basic`.",
		},
		{
			Name: "auth_type", Default: "basic",
			Description: "How authentik authenticates to a `generic` gateway. No effect with `twilio`.",
		},
		{
			Name: "verify_only", Default: false,
			Description: "Whether the phone number is verified only once. authentik then stores a hash of it and cannot send codes for signing in.",
		},
		{
			Name: "mapping", Refers: reference.NotificationMapping,
			Description: "UUID of the webhook mapping that determines the request to the gateway.",
		},
	}),
}

// checkGateway finds what the server takes without a word and what then fails when
// the first message is to be sent.
func checkGateway(arguments kind.Arguments) []kind.Finding {
	if gateway, known := arguments.String("sms_provider"); !known || gateway != "generic" {
		return nil
	}
	var found []kind.Finding
	if address, known := arguments.String("account_sid"); known {
		parsed, err := url.Parse(address)
		switch {
		case err != nil || parsed.Host == "" || parsed.Scheme != "https" && parsed.Scheme != "http":
			found = append(found, kind.Finding{
				Attribute: "account_sid", Warning: true, Summary: "Invalid URL",
				Detail: "With `sms_provider` \"generic\", `account_sid` is the URL that messages are posted to. authentik stores this value, and no message can be sent: a URL begins with https:// or http:// and has a host name.",
			})
		case parsed.User != nil:
			found = append(found, kind.Finding{
				Attribute: "account_sid", Warning: true, Summary: "Credentials in a URL",
				Detail: "The URL has a user name or password, which authentik shows to everybody who may view the stage, and Terraform prints. Use `auth` and `auth_password` (or `auth_wo` and `auth_password_wo`).",
			})
		}
	}
	if way, known := arguments.String("auth_type"); known && way == "basic" && arguments.IsUnset("auth_password") {
		found = append(found, kind.Finding{
			Attribute: "auth_type", Warning: true, Stored: true, Summary: "Missing password",
			Detail: "With `sms_provider` \"generic\" and `auth_type` \"basic\", which is the default, messages are posted with the user name `auth` and an empty password, unless the stage has one that this configuration does not manage. Set `auth_password` or `auth_password_wo`, or use \"bearer\" to send `auth` as a token.",
		})
	}
	return found
}

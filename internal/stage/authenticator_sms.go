package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// AuthenticatorSMS is the stage in which users set up text messages as a second
// factor (/api/v3/stages/authenticator/sms/).
var AuthenticatorSMS = object.Object{
	Type:   "stage_authenticator_sms",
	Title:  "SMS authenticator setup stage",
	Family: family,
	Summary: "Reads an SMS authenticator setup stage: the step of a flow in which users give their phone number, to receive codes by text message from then on. " +
		"All authentik releases from 2022.10 on are read; what a release does not return is null.",
	Path:    "/stages/authenticator/sms/",
	Model:   "authentik_stages_authenticator_sms.authenticatorsmsstage",
	Lookups: []string{"name"},
	Attributes: slices.Concat(base(), setup(), []object.Attribute{
		{
			Name: "sms_provider", Key: "provider", Required: true, Values: []string{"twilio", "generic"},
			Description: "Gateway that sends the messages: `twilio`, or any other by HTTP (`generic`). The API's name of the field is `provider`, which Terraform reserves.",
		},
		{
			Name: "from_number", Required: true,
			Description: "Phone number or name that messages are sent from.",
		},
		{
			Name: "account_sid", Required: true,
			Description: "Account SID with `twilio`; URL that messages are posted to with `generic`.",
		},
		{
			Name: "auth", Required: true, Secret: true,
			Description: "Auth token with `twilio`; with `generic` the user name (`auth_type` is `basic`) or the token (`bearer`).",
		},
		{
			Name: "auth_password", Default: "", Secret: true,
			Description: "Password that goes with `auth` where `sms_provider` is `generic` and `auth_type` is `basic`.",
		},
		{
			Name: "auth_type", Default: "basic", Values: []string{"basic", "bearer"},
			Description: "How a `generic` gateway is authenticated to. Without meaning with `twilio`.",
		},
		{
			Name: "verify_only", Kind: object.Bool, Default: false,
			Description: "Whether the phone number is only verified once. Then authentik keeps a hash of it, and codes cannot be sent to it for signing in.",
		},
		{
			Name: "mapping", Kind: object.UUID, Nullable: true,
			Description: "UUID of the webhook mapping that shapes what is sent to the gateway.",
		},
	}),
}

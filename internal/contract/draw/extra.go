package main

// extra lists collections that the table holds though no description has them yet: the
// stand-in of internal/authentiktest answers them already.
//
// TODO(integration): take out what a description has; an empty list goes altogether.
var extra = []string{
	"/flows/bindings/",
	"/flows/instances/",
	"/propertymappings/notification/",
	"/stages/account_lockdown/",
	"/stages/all/",
	"/stages/authenticator/duo/",
	"/stages/authenticator/email/",
	"/stages/authenticator/endpoint_gdtc/",
	"/stages/authenticator/validate/",
	"/stages/authenticator/webauthn/",
	"/stages/authenticator/webauthn_device_types/",
	"/stages/captcha/",
	"/stages/consent/",
	"/stages/deny/",
	"/stages/dummy/",
	"/stages/email/",
}

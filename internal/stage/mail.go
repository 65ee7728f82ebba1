package stage

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// mail are the settings of the stages that send email, with the defaults in which
// they differ.
func mail(subject, template string) []kind.Field {
	return []kind.Field{
		{
			Name: "use_global_settings", Default: false, Incumbent: true,
			Description: "Whether email is sent with the global settings of the authentik instance. If so, `host`, `port`, `username`, `password`, `use_tls`, `use_ssl`, `timeout` and `from_address` have no effect.",
		},
		{
			Name: "host", Default: "localhost",
			Description: "Host name or address of the SMTP server.",
		},
		{
			Name: "port", Default: 25, Max: 65535,
			Description: "Port of the SMTP server.",
		},
		{
			Name:        "username",
			Description: "User name for the SMTP server. If empty, authentik does not authenticate.",
		},
		{
			Name: "password", Default: "", Secret: true,
			Description: "Password for the SMTP server.",
		},
		{
			Name: "use_tls", Default: false,
			Description: "Whether to use STARTTLS, usually on port 587. Conflicts with `use_ssl`.",
		},
		{
			Name: "use_ssl", Default: false,
			Description: "Whether to use implicit TLS, usually on port 465. Conflicts with `use_tls`.",
		},
		{
			Name: "timeout", Default: 10, Incumbent: 30, Max: 2147483647,
			Description: "Timeout for the SMTP server in seconds.",
		},
		{
			Name: "from_address", Default: "system@authentik.local",
			Description: "Email address of the sender.",
		},
		{
			Name: "subject", Default: subject, Incumbent: "authentik",
			Description: "Subject of the email.",
		},
		{
			Name: "template", Default: template, Incumbent: "email/password_reset.html",
			Description: "Template of the email: one of authentik's own, or the path of a file in the instance's template directory.", Usage: "authentik refuses a template that does not exist.",
		},
		{
			Name: "token_expiry", Type: kind.Duration, Default: "minutes=30",
			Description: "How long the code or link is valid.",
		},
	}
}

// checkEncryption finds two ways of encrypting the connection, of which only one can
// be: the server takes both, and then cannot send any email.
func checkEncryption(arguments kind.Arguments) []kind.Finding {
	global, known := arguments.Bool("use_global_settings")
	tls, tlsKnown := arguments.Bool("use_tls")
	ssl, sslKnown := arguments.Bool("use_ssl")
	if !known || !tlsKnown || !sslKnown || global || !tls || !ssl {
		return nil
	}
	return []kind.Finding{{
		Attribute: "use_ssl", Summary: "Conflicting arguments",
		Detail: "`use_tls` and `use_ssl` are both true. authentik accepts that, but then fails to send email. Set only one: `use_tls` for STARTTLS (usually port 587), `use_ssl` for implicit TLS (usually port 465).",
	}}
}

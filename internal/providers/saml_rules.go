package providers

import (
	"net/url"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// signsSomething is what the server checks since 2024.8 (providers/saml/api/providers.py):
// a provider with a key has to sign with it.
func signsSomething(switches ...string) kind.Rule {
	return func(arguments kind.Arguments) []kind.Finding {
		if isWithout(arguments, "signing_kp") || !arguments.IsKnown("signing_kp") {
			return nil
		}
		for _, name := range switches {
			if set, known := arguments.Bool(name); set || !known {
				return nil
			}
		}
		return []kind.Finding{{
			Attribute: "signing_kp", Summary: "Nothing to sign",
			Detail: "With `signing_kp`, " + trueOf(switches) + " must be true.",
		}}
	}
}

// trueOf names arguments of which one has to be true.
func trueOf(names []string) string {
	if len(names) == 1 {
		return "`" + names[0] + "`"
	}
	return "at least one of `" + strings.Join(names, "` and `") + "`"
}

// signsWithKey warns of a configured signature that there is no key for. The server
// accepts that, and signs nothing.
func signsWithKey(switches ...string) kind.Rule {
	return func(arguments kind.Arguments) []kind.Finding {
		if !isWithout(arguments, "signing_kp") {
			return nil
		}
		for _, name := range switches {
			if set, known := arguments.Bool(name); known && set && !arguments.IsUnset(name) {
				return []kind.Finding{{
					Attribute: name, Warning: true, Summary: "Nothing is signed",
					Detail: "Without `signing_kp` authentik signs nothing, whatever `" + name + "` says. Set `signing_kp` to a certificate-key pair.",
				}}
			}
		}
		return nil
	}
}

// logsOutByPost refuses what the server would silently store as `frontchannel_iframe`
// (providers/saml/api/providers.py).
func logsOutByPost(arguments kind.Arguments) []kind.Finding {
	method, _ := arguments.String("logout_method")
	binding, known := arguments.String("sls_binding")
	if method != "backchannel" || !known || binding != "redirect" {
		return nil
	}
	return []kind.Finding{{
		Attribute: "logout_method", Summary: "The server cannot send logout requests by redirects",
		Detail: "`logout_method = \"backchannel\"` needs `sls_binding = \"post\"`. With `redirect`, authentik stores `frontchannel_iframe` instead.",
	}}
}

// isWithout says whether the argument certainly has no value: it is not configured or empty.
func isWithout(arguments kind.Arguments, name string) bool {
	value, known := arguments.String(name)
	return arguments.IsUnset(name) || known && value == ""
}

// webURL refuses what the server refuses as "Enter a valid URL", and a SCIM server that
// nothing could be sent to.
func webURL(text string) string {
	parsed, err := url.Parse(text)
	if text == "" || err == nil && parsed.Host != "" && (parsed.Scheme == "https" || parsed.Scheme == "http") {
		return ""
	}
	return "The value must be a URL such as `https://app.example.com/saml`, with `http` or `https`."
}

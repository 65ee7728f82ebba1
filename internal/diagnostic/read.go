package diagnostic

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Failed is for a request that failed, or whose answer is a [value.Mismatch].
func (o *Operation) Failed(err error) diag.Diagnostic {
	if wrong, ok := errors.AsType[*value.Mismatch](err); ok {
		return o.Mismatched(wrong)
	}
	failure, ok := errors.AsType[*client.Error](err)
	if !ok {
		return o.Cannot(err)
	}
	summary, advice := o.advise(failure)
	detail := failure.Error() + "\n\n" + advice
	if failure.Status == http.StatusNotFound && summary == o.notFound() {
		return diag.NewAttributeErrorDiagnostic(o.Asked.Path(), summary, detail)
	}
	return diag.NewErrorDiagnostic(summary, detail)
}

// advise gives a failure its summary and says what to do about it. It depends on class
// and status, never on the server's words, which are translated.
func (o *Operation) advise(failure *client.Error) (summary, advice string) {
	switch failure.Kind {
	case client.KindUnreachable:
		return "Cannot reach authentik",
			"Check `url` in the provider's configuration, that its host name resolves and its port is open from here, and, where HTTPS_PROXY, HTTP_PROXY or NO_PROXY set a proxy, that the proxy lets the request through."
	case client.KindTLS:
		return "No secure connection to authentik",
			"For a certificate from a private authority set `ca_certificate`; if the certificate is for another host name, correct `url`; if the server requires a client certificate, set `client_certificate` and `client_key`; if it speaks plain HTTP, use http:// in `url`."
	case client.KindTimeout:
		return "authentik did not answer in time",
			"The server or the way to it is overloaded or blocked. Try again, run Terraform with a lower -parallelism, or raise `request_timeout` in the provider's configuration."
	case client.KindCanceled:
		return "Request canceled", "Terraform was interrupted before the server answered."
	case client.KindRedirect:
		return "authentik's address redirects elsewhere",
			"The token is sent to the configured address only, so the redirect was not followed. If it leads to your authentik, set `url` in the provider's configuration to its target; if it leads to a login page, the proxy in front of authentik must let requests below /api/v3/ through or needs `headers`."
	case client.KindNotJSON:
		return "The answer is not from authentik's API",
			"Something else answered, such as the login page of a proxy, or the answer was damaged on its way. Check `url` in the provider's configuration; a proxy in front of authentik must let requests below /api/v3/ through or needs `headers`."
	case client.KindShape:
		return "Unexpected answer from authentik",
			"The answer is JSON, but not what this endpoint returns in any known release. Check that `url` in the provider's configuration is authentik's address; if it is, please report this." + o.server()
	case client.KindTooLarge:
		return "The answer is too large",
			"No object of authentik comes near this size, so the answer was not read to its end. Check that `url` in the provider's configuration is authentik's address."
	case client.KindTruncated:
		return "The answer is incomplete",
			"The connection ended before the whole answer had arrived. Nothing was stored; try again."
	case client.KindStatus:
	}
	return o.adviseOnStatus(failure)
}

func (o *Operation) adviseOnStatus(failure *client.Error) (summary, advice string) {
	switch status := failure.Status; {
	case status == http.StatusBadRequest:
		return "authentik refused the request",
			fmt.Sprintf("The server did not accept the request (%s). Its own words above say which value it objects to.", o.Asked) + o.server()
	case status == http.StatusForbidden || status == http.StatusUnauthorized:
		return o.denied()
	case status == http.StatusNotFound && o.Asked.IsAddress(o.Kind) && !failure.FromElsewhere():
		return o.notFound(),
			fmt.Sprintf("There is no %s with the %s, or the token's user may not view it (permission `%s`). The ID of another kind of object is not found here either.",
				o.Kind.Title, o.Asked, o.permission(View)) + o.unmade() + o.server()
	case status == http.StatusNotFound:
		return o.noSuchPath()
	case status == http.StatusMethodNotAllowed:
		return "authentik failed to handle the request",
			"authentik answers this way to a server error and to a path that it does not know. Its log has the cause; also check `url` in the provider's configuration." + o.server()
	case status == http.StatusTooManyRequests:
		return "authentik limits requests",
			"The server, or a proxy in front of it, limits how many requests it accepts. Run Terraform with a lower -parallelism or raise `max_retries` in the provider's configuration."
	case status == http.StatusBadGateway || status == http.StatusServiceUnavailable || status == http.StatusGatewayTimeout:
		return "authentik is not ready",
			"authentik is starting or being upgraded, or the proxy in front of it cannot reach it. Wait until /-/health/ready/ answers and run Terraform again, or raise `max_retries` in the provider's configuration to wait longer."
	case status >= http.StatusInternalServerError:
		return "authentik failed to handle the request",
			"The server had an internal error. Its log has the cause under the request ID." + o.server()
	}
	return "Unexpected status from authentik",
		"authentik's API does not answer this way by itself. Check `url` in the provider's configuration and any proxy in front of authentik."
}

// rolesRelease is the first release in which a role can give a permission on all objects
// of a kind.
const rolesRelease = "2023.10"

// denied distinguishes the two causes of a refusal where the version helps: every valid
// token may ask for that.
func (o *Operation) denied() (summary, advice string) {
	const title = "Access denied by authentik"
	aboutToken := "check that `token` is the key of a token with the intent \"API Token\" that has not expired and whose user is active."
	aboutRights := fmt.Sprintf("to %s %s it needs `%s`, which a role can give", doing[o.Verb], o.Kind.A(), o.permission(o.Verb))
	switch version := o.Version(); {
	case version.TokenRefused:
		return title, "The server does not accept the token, since it does not return its version either: " + aboutToken + " Its user also needs a permission: " + aboutRights + "."
	case version.Release != "" && contract.Compare(version.Release, rolesRelease) < 0:
		return title, "The token is valid, but its user lacks a permission: " + aboutRights + " since authentik " + rolesRelease + "; before that it has to be given for each object, or the user has to be a superuser." + o.server()
	case version.Release != "":
		return title, "The token is valid, but its user lacks a permission: " + aboutRights + "." + o.server()
	}
	return title, "There are two possible reasons. Either the server does not accept the token: " + aboutToken + " Or its user lacks a permission: " + aboutRights + "."
}

func (o *Operation) noSuchPath() (summary, advice string) {
	if summary, detail := o.Kind.Missing(o.Version().Release); summary != "" {
		return summary, detail + " Upgrade the server to use them." + o.server()
	}
	return "API path not found",
		fmt.Sprintf("Either `url` in the provider's configuration is not authentik's own address (without /api/v3, with the sub-path if there is one), or the server's release has no %s.", o.Kind.Plurals()) + o.server()
}

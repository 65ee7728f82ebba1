package object

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// readFailure tells why an object could not be read: what was asked, what came
// back, what to do.
func (o *Object) readFailure(asked lookup, err error) diag.Diagnostic {
	var failure *client.Error
	if !errors.As(err, &failure) {
		return diag.NewErrorDiagnostic("Cannot read the "+o.Title, err.Error())
	}
	summary, advice := o.advise(asked, failure)
	detail := failure.Error() + "\n\n" + advice
	if failure.Status == http.StatusNotFound && summary == o.notFound() {
		return diag.NewAttributeErrorDiagnostic(asked.path(), summary, detail)
	}
	return diag.NewErrorDiagnostic(summary, detail)
}

func (o *Object) notFound() string { return o.sentenceTitle() + " not found" }

// sentenceTitle is the title as a sentence begins with it.
func (o *Object) sentenceTitle() string { return strings.ToUpper(o.Title[:1]) + o.Title[1:] }

// advise gives a failure its title and says what to do about it. It goes by class
// and status, never by the server's words, which are translated.
func (o *Object) advise(asked lookup, failure *client.Error) (summary, advice string) {
	switch failure.Kind {
	case client.KindUnreachable:
		return "authentik cannot be reached",
			"Check `url` in the provider's configuration, that its host name resolves and its port is open from here, and, where a proxy is set by HTTPS_PROXY, HTTP_PROXY or NO_PROXY, that it lets the request through."
	case client.KindTLS:
		return "No secure connection to authentik",
			"The connection could not be secured. For a certificate from an authority of your own set `ca_certificate`; for another host name than the certificate's correct `url`; where the server asks for a client certificate set `client_certificate` and `client_key`; where it speaks plain HTTP use http:// in `url`."
	case client.KindTimeout:
		return "authentik did not answer in time",
			"The server or the way to it is overloaded or blocked. Try again, run Terraform with less -parallelism, or raise `request_timeout` in the provider's configuration."
	case client.KindCanceled:
		return "Request given up", "Terraform was interrupted before the server answered."
	case client.KindRedirect:
		return "authentik's address redirects elsewhere",
			"The token is sent to the configured address only, so the redirect was not followed. If it leads to your authentik, set `url` in the provider's configuration to where it leads; if to a login page, a proxy in front of authentik must let requests below /api/v3/ through or needs `headers`."
	case client.KindNotJSON:
		return "The answer is not from authentik's API",
			"Something else than the API answered, such as the login page of a proxy, or the answer was damaged on its way. Check `url` in the provider's configuration; a proxy in front of authentik must let requests below /api/v3/ through or needs `headers`."
	case client.KindShape:
		return "Unexpected answer from authentik",
			"The answer is JSON, but not what this endpoint returns in any known release. Check that `url` in the provider's configuration is an authentik's address; if it is, please report this with authentik's release."
	case client.KindTooLarge:
		return "The answer is too large",
			"No object of authentik comes near this size, so the answer was not read to its end. Check that `url` in the provider's configuration is an authentik's address."
	case client.KindTruncated:
		return "The answer broke off",
			"The connection ended before the whole answer had arrived. Nothing was stored; try again."
	case client.KindStatus:
	}
	return o.adviseOnStatus(asked, failure)
}

func (o *Object) adviseOnStatus(asked lookup, failure *client.Error) (summary, advice string) {
	switch status := failure.Status; {
	case status == http.StatusBadRequest:
		return "authentik refused the request",
			fmt.Sprintf("The server did not accept what was asked for (%s). Its own words above say which value it objects to.", asked)
	case status == http.StatusForbidden || status == http.StatusUnauthorized:
		return "Access denied by authentik",
			fmt.Sprintf("authentik answers this way for two reasons. Either it does not accept the token: check that `token` is the key of a token with the intent \"API\", not expired, of an active user. "+
				"Or the user lacks a permission: to read the %s it needs `%s`, which a role can give.", o.Title, o.Permission("view"))
	case status == http.StatusNotFound && asked.attribute == idAttribute && !failure.FromElsewhere():
		return o.notFound(),
			fmt.Sprintf("There is no %s with the %s, or the token's user may not view it (permission `%s`). The id of another kind of object, such as a stage of another type, is not found here either.",
				o.Title, asked, o.Permission("view"))
	case status == http.StatusNotFound:
		return "The API's path was not found",
			fmt.Sprintf("Either `url` in the provider's configuration is not authentik's own address (without /api/v3, with the sub-path if there is one), or the server's release has no %ss.", o.Title)
	case status == http.StatusMethodNotAllowed:
		return "authentik failed to handle the request",
			"authentik answers this way for a server error and for a path that it does not know. Its log has the cause; check also `url` in the provider's configuration."
	case status == http.StatusTooManyRequests:
		return "authentik asks for fewer requests",
			"The server, or a proxy in front of it, limits how many requests it takes. Run Terraform with less -parallelism or raise `max_retries` in the provider's configuration."
	case status == http.StatusBadGateway || status == http.StatusServiceUnavailable || status == http.StatusGatewayTimeout:
		return "authentik is not ready",
			"authentik is starting, being upgraded, or the proxy in front of it does not reach it. Wait until its /-/health/ready/ answers and run Terraform again, or raise `max_retries` in the provider's configuration to wait longer."
	case status >= http.StatusInternalServerError:
		return "authentik failed to handle the request",
			"The server had an error of its own. Its log has the cause under the request id."
	}
	return "Unexpected status from authentik",
		"authentik's API does not answer this way by itself. Check `url` in the provider's configuration and any proxy in front of authentik."
}

func (o *Object) noMatch(asked lookup) diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(asked.path(), o.notFound(), fmt.Sprintf(
		"There is no %s with the %s, or the token's user may not view it (permission `%s`). Values are compared exactly, upper and lower case included.",
		o.Title, asked, o.Permission("view"),
	))
}

func (o *Object) manyMatches(asked lookup, count int) diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(asked.path(), "More than one match", fmt.Sprintf(
		"authentik returned %d objects for the %s with the %s, where one was to be found. Use `%s` to say which one is meant.",
		count, o.Title, asked, idAttribute,
	))
}

func (o *Object) notTheObject(asked lookup, reason string) diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(asked.path(), "Unexpected answer from authentik", fmt.Sprintf(
		"The server's answer is not the %s with the %s: %s. A proxy or a cache in front of authentik may have answered in its place; check `url` in the provider's configuration.",
		o.Title, asked, reason,
	))
}

func (o *Object) mismatched(asked lookup, wrong *mismatch) diag.Diagnostic {
	return diag.NewErrorDiagnostic("Unexpected answer from authentik", fmt.Sprintf(
		"The %s with the %s could not be read: in the server's answer %s. Nothing was stored. Please report this with authentik's release.",
		o.Title, asked, wrong,
	))
}

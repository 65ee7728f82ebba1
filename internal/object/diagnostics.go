package object

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// failures tells what went wrong with the reading of one object: what was asked,
// what came back, what to do.
type failures struct {
	object *Object
	// verb is the permission's: view, add, change or delete.
	verb  string
	asked lookup
	// version asks for the server's release, once; it is asked for only where it
	// makes a message better.
	version func() client.Version
}

// read is for a request that failed.
func (f *failures) read(err error) diag.Diagnostic {
	failure, ok := errors.AsType[*client.Error](err)
	if !ok {
		return diag.NewErrorDiagnostic("Cannot read the "+f.object.Title, err.Error())
	}
	summary, advice := f.advise(failure)
	detail := failure.Error() + "\n\n" + advice
	if failure.Status == http.StatusNotFound && summary == f.object.notFound() {
		return diag.NewAttributeErrorDiagnostic(f.asked.path(), summary, detail)
	}
	return diag.NewErrorDiagnostic(summary, detail)
}

func (o *Object) notFound() string { return o.sentenceTitle() + " not found" }

// sentenceTitle is the title as a sentence begins with it.
func (o *Object) sentenceTitle() string { return strings.ToUpper(o.Title[:1]) + o.Title[1:] }

// advise gives a failure its title and says what to do about it. It goes by class
// and status, never by the server's words, which are translated.
func (f *failures) advise(failure *client.Error) (summary, advice string) {
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
			"The answer is JSON, but not what this endpoint returns in any known release. Check that `url` in the provider's configuration is an authentik's address; if it is, please report this." + f.server()
	case client.KindTooLarge:
		return "The answer is too large",
			"No object of authentik comes near this size, so the answer was not read to its end. Check that `url` in the provider's configuration is an authentik's address."
	case client.KindTruncated:
		return "The answer broke off",
			"The connection ended before the whole answer had arrived. Nothing was stored; try again."
	case client.KindStatus:
	}
	return f.adviseOnStatus(failure)
}

func (f *failures) adviseOnStatus(failure *client.Error) (summary, advice string) {
	switch status := failure.Status; {
	case status == http.StatusBadRequest:
		return "authentik refused the request",
			fmt.Sprintf("The server did not accept what was asked for (%s). Its own words above say which value it objects to.", f.asked) + f.server()
	case status == http.StatusForbidden || status == http.StatusUnauthorized:
		return f.denied()
	case status == http.StatusNotFound && f.object.isDirect(f.asked) && !failure.FromElsewhere():
		return f.object.notFound(),
			fmt.Sprintf("There is no %s with the %s, or the token's user may not view it (permission `%s`). The id of another kind of object, such as a stage of another type, is not found here either.",
				f.object.Title, f.asked, f.permission("view")) + f.server()
	case status == http.StatusNotFound:
		return f.noSuchPath()
	case status == http.StatusMethodNotAllowed:
		return "authentik failed to handle the request",
			"authentik answers this way for a server error and for a path that it does not know. Its log has the cause; check also `url` in the provider's configuration." + f.server()
	case status == http.StatusTooManyRequests:
		return "authentik asks for fewer requests",
			"The server, or a proxy in front of it, limits how many requests it takes. Run Terraform with less -parallelism or raise `max_retries` in the provider's configuration."
	case status == http.StatusBadGateway || status == http.StatusServiceUnavailable || status == http.StatusGatewayTimeout:
		return "authentik is not ready",
			"authentik is starting, being upgraded, or the proxy in front of it does not reach it. Wait until its /-/health/ready/ answers and run Terraform again, or raise `max_retries` in the provider's configuration to wait longer."
	case status >= http.StatusInternalServerError:
		return "authentik failed to handle the request",
			"The server had an error of its own. Its log has the cause under the request id." + f.server()
	}
	return "Unexpected status from authentik",
		"authentik's API does not answer this way by itself. Check `url` in the provider's configuration and any proxy in front of authentik."
}

// doing is the word for each permission's verb.
var doing = map[string]string{"view": "read", "add": "create", "change": "change", "delete": "delete"}

// denied tells the two causes of a refusal apart where the server's version helps
// to: every valid token may ask for it.
func (f *failures) denied() (summary, advice string) {
	const title = "Access denied by authentik"
	aboutToken := "check that `token` is the key of a token with the intent \"API Token\", not expired, of an active user."
	aboutRights := fmt.Sprintf("to %s the %s it needs `%s`, which a role can give", doing[f.verb], f.object.Title, f.permission(f.verb))
	switch version := f.version(); {
	case version.TokenRefused:
		return title, "The server does not accept the token, for it did not tell its version either: " + aboutToken + " Its user needs a permission too: " + aboutRights + "."
	case version.Release != "" && contract.Compare(version.Release, rolesRelease) < 0:
		return title, "The token is valid, but its user lacks a permission: " + aboutRights + " from authentik 2023.10 on; before, it must be given object by object, or the user be a superuser." + f.server()
	case version.Release != "":
		return title, "The token is valid, but its user lacks a permission: " + aboutRights + "." + f.server()
	}
	return title, "authentik answers this way for two reasons. Either it does not accept the token: " + aboutToken + " Or the user lacks a permission: " + aboutRights + "."
}

// rolesRelease is the first release in which a role can give a permission on all
// objects of a kind.
const rolesRelease = "2023.10"

// missing says that a release has no such kind of object; empty where it has, or
// where nothing can be told.
func (o *Object) missing(release string) (summary, detail string) {
	table, ok := contract.Object(o.Path)
	if !ok || release == "" || len(table.Releases()) == 0 {
		return "", ""
	}
	first := table.Releases()[0]
	if nearest, ok := contract.Nearest(release); !ok || contract.Compare(nearest, first) >= 0 {
		return "", ""
	}
	return fmt.Sprintf("authentik %s has no %ss", release, o.Title), fmt.Sprintf("There are %ss since authentik %s.", o.Title, branch(first))
}

func (f *failures) noSuchPath() (summary, advice string) {
	if summary, detail := f.object.missing(f.version().Release); summary != "" {
		return summary, detail + f.server()
	}
	return "The API's path was not found",
		fmt.Sprintf("Either `url` in the provider's configuration is not authentik's own address (without /api/v3, with the sub-path if there is one), or the server's release has no %ss.", f.object.Title) + f.server()
}

// server is a paragraph about the server's release, empty where it is not known.
func (f *failures) server() string {
	release := f.version().Release
	if release == "" {
		return ""
	}
	return "\n\nThe server is authentik " + release + ", " + coverage(release) + "."
}

// coverage says how far the contract table vouches for a release.
func coverage(release string) string {
	nearest, ok := contract.Nearest(release)
	switch {
	case !ok:
		return "a release that this provider cannot place"
	case branch(nearest) == branch(release):
		return "which this provider is tested with"
	case contract.Compare(release, contract.Oldest()) < 0:
		return "older than " + contract.Oldest() + ", the oldest that this provider is tested with"
	case contract.Compare(release, contract.Newest()) > 0:
		return "newer than " + contract.Newest() + ", the newest that this version of the provider is tested with"
	}
	return "which lies between releases that this provider is tested with"
}

// write is for a create, an update or a deletion that failed. What the server says
// of a field stands on its argument.
func (f *failures) write(err error, config values) diag.Diagnostics {
	failure, ok := errors.AsType[*client.Error](err)
	switch {
	case !ok || failure.Status != http.StatusBadRequest:
		return diag.Diagnostics{f.read(err)}
	case len(failure.Fields) == 0:
		return diag.Diagnostics{diag.NewErrorDiagnostic("authentik refused the request", failure.Error()+f.aboutObject()+f.server())}
	}
	var found diag.Diagnostics
	for _, key := range slices.Sorted(maps.Keys(failure.Fields)) {
		single := *failure
		single.Fields = map[string][]string{key: failure.Fields[key]}
		root, _, _ := strings.Cut(strings.ReplaceAll(key, "[", "."), ".")
		attribute := f.object.byKey(root)
		if attribute == nil || attribute.ReadOnly {
			found.AddError("authentik refused the request", single.Error()+f.aboutObject()+f.server())
			continue
		}
		name := attribute.Name
		if attribute.Secret && isSet(config[name+writeOnlySuffix]) {
			name += writeOnlySuffix
		}
		advice := ""
		if f.verb == "add" && f.asked[0].attribute == attribute.Name {
			advice = fmt.Sprintf("\n\nIf the object is there already, it can be imported: terraform import <address> '%s'. An object of another type may have the name as well, where types share their names as stages do.", f.asked.importID())
		} else if f.verb == "change" && slices.Contains(f.object.Lookups[0].all(), attribute.Name) {
			advice = exchangeAdvice
		}
		found.AddAttributeError(path.Root(name), "authentik refused the value of "+name, single.Error()+advice+f.server())
	}
	return found
}

// exchangeAdvice is for a value of which the server lets there be one only.
const exchangeAdvice = "\n\nIf another object has the value at the moment and the same apply changes that one too, apply again. To exchange the values of two objects, give one of them a third value first."

// aboutObject is a paragraph about what no single argument is to blame for, empty for
// nothing.
func (f *failures) aboutObject() string {
	switch {
	case f.object.Enterprise && (f.verb == "add" || f.verb == "change"):
		return fmt.Sprintf("\n\nauthentik makes and changes %ss with a valid enterprise licence only; reading and deleting them needs none.", f.object.Title)
	case f.verb == "add" && len(f.asked) > 1:
		return fmt.Sprintf("\n\nIf the object is there already, it can be imported: terraform import <address> '%s'.", f.asked.importID())
	case f.verb == "change" && len(f.object.Lookups[0].all()) > 1:
		return exchangeAdvice
	}
	return ""
}

// vanished is for a refresh of an object that is not there any more.
func (f *failures) vanished() diag.Diagnostic {
	return diag.NewWarningDiagnostic(f.object.sentenceTitle()+" is gone", fmt.Sprintf(
		"authentik has no %s with the %s any more, or the token's user may not view it any more (permission `%s`). It was taken out of the state, so the next apply makes it again. To stop managing it, take the resource out of the configuration; if it is only hidden, give the permission back first.",
		f.object.Title, f.asked, f.permission("view")))
}

// withoutKey is for a create whose answer does not say what was made.
func (f *failures) withoutKey() diag.Diagnostic {
	return diag.NewErrorDiagnostic("Unexpected answer from authentik", fmt.Sprintf(
		"The %s with the %s seems to have been made, but the server's answer has no `%s`. Look whether it is there, and import it: terraform import <address> '%s'.",
		f.object.Title, f.asked, f.object.key().APIName(), f.asked.importID()))
}

// noMatch is for a list without the object.
func (f *failures) noMatch() diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(f.asked.path(), f.object.notFound(), fmt.Sprintf(
		"There is no %s with the %s, or the token's user may not view it (permission `%s`). Values are compared exactly, upper and lower case included, and an object of another type is not found here.",
		f.object.Title, f.asked, f.permission("view")))
}

// manyMatches is for a list with more than the one object.
func (f *failures) manyMatches(count int) diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(f.asked.path(), "More than one match", fmt.Sprintf(
		"authentik returned %d objects for the %s with the %s, where one was to be found. Use %s to say which one is meant.",
		count, f.object.Title, f.asked, f.narrower()))
}

// narrower is the argument that tells apart what matches.
func (f *failures) narrower() string {
	for _, way := range f.object.Lookups {
		if way.Attributes[0] == f.asked[0].attribute && way.Narrower != "" && len(f.asked) == len(way.Attributes) {
			return "`" + way.Narrower + "` or `" + idAttribute + "`"
		}
	}
	return "`" + idAttribute + "`"
}

// notTheObject is for an answer that is some other object.
func (f *failures) notTheObject(reason string) diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(f.asked.path(), "Unexpected answer from authentik", fmt.Sprintf(
		"The server's answer is not the %s with the %s: %s. A proxy or a cache in front of authentik may have answered in its place; check `url` in the provider's configuration.",
		f.object.Title, f.asked, reason))
}

// mismatched is for a field of another type than the schema's.
func (f *failures) mismatched(wrong *mismatch) diag.Diagnostic {
	return diag.NewErrorDiagnostic("Unexpected answer from authentik", fmt.Sprintf(
		"The %s with the %s could not be read: in the server's answer %s. Please report this.%s",
		f.object.Title, f.asked, wrong, f.server()))
}

package diagnostic

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
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Suffixes of the attributes that a secret `x` has besides `x`.
const (
	WriteOnlySuffix = "_wo"
	VersionSuffix   = "_wo_version"
)

// Refused is for a create, an update or a deletion that failed. What the server says of a
// field is attached to its argument: to the write-only one where isWriteOnly says that
// the configuration has that.
func (o *Operation) Refused(err error, isWriteOnly func(name string) bool) diag.Diagnostics {
	failure, ok := errors.AsType[*client.Error](err)
	switch {
	case !ok || failure.Status != http.StatusBadRequest:
		return diag.Diagnostics{o.Failed(err)}
	case len(failure.Fields) == 0:
		return diag.Diagnostics{diag.NewErrorDiagnostic("authentik refused the request", failure.Error()+o.aboutObject()+o.server())}
	}
	var found diag.Diagnostics
	for _, key := range slices.Sorted(maps.Keys(failure.Fields)) {
		single := *failure
		single.Fields = map[string][]string{key: failure.Fields[key]}
		field := o.field(key)
		if field == nil {
			found.AddError("authentik refused the request", single.Error()+o.aboutObject()+o.server())
			continue
		}
		name := field.Name
		if field.Secret && isWriteOnly != nil && isWriteOnly(name) {
			name += WriteOnlySuffix
		}
		found.AddAttributeError(path.Root(name), "authentik refused the value of "+name, single.Error()+o.aboutField(field, failure.Fields[key])+o.server())
	}
	return found
}

// field is the argument that a key of an error is about: `redirect_uris[1].url` is about
// redirect_uris.
func (o *Operation) field(key string) *kind.Field {
	root := key
	if end := strings.IndexAny(key, ".["); end >= 0 {
		root = key[:end]
	}
	field := o.Kind.ByAPI(root)
	if field == nil || field.ReadOnly {
		return nil
	}
	return field
}

// exchange is for a value that only one object may have.
const exchange = "\n\nIf another object has the value at the moment and the same apply changes that one too, apply again. To swap the values of two objects, give one of them a third value first."

// aboutField is a paragraph on a field that identifies the object or has advice of its
// own, empty for another.
func (o *Operation) aboutField(field *kind.Field, messages []string) string {
	switch {
	case field.Refusal != "":
		return "\n\n" + field.Refusal
	case isAboutTheValue(messages):
		return ""
	case o.Verb == Add && o.Asked[0].Attribute == field.Name:
		advice := fmt.Sprintf("\n\nIf the %s already exists, it can be imported: terraform import <address> '%s'.", o.Kind.Title, o.Asked.ImportID())
		if o.sharesNames() {
			advice += " An object of another type may have the name as well."
		}
		return advice
	case o.Verb == Change && o.identifies(field.Name):
		return exchange
	}
	return ""
}

// sharesNames says whether the kind is one type of several that have a common collection,
// as stages have, in which names are unique.
func (o *Operation) sharesNames() bool {
	table, known := o.Kind.Table()
	if !known {
		return false
	}
	if _, typed := table.Field(contract.InResponse, "meta_model_name"); !typed {
		return false
	}
	collections := contract.Collections()
	for path := strings.TrimSuffix(o.Kind.API.Path, "/"); strings.Contains(path, "/"); {
		path = path[:strings.LastIndex(path, "/")]
		if slices.Contains(collections, path+"/all/") {
			return true
		}
	}
	return false
}

// isAboutTheValue says whether the messages certainly complain of the value itself, such as
// a reference to nothing, and not of another object that has it. The server may write in
// another language, of which nothing is certain.
func isAboutTheValue(messages []string) bool {
	return slices.ContainsFunc(messages, func(message string) bool {
		return strings.Contains(message, "does not exist") || strings.Contains(message, "valid")
	})
}

// identifies says whether the kind's first look-up has the field.
func (o *Operation) identifies(name string) bool {
	return len(o.Kind.Lookups) > 0 && slices.Contains(o.Kind.Lookups[0].All(), name)
}

// aboutObject is a paragraph on what no single argument is the reason for, empty for
// nothing.
func (o *Operation) aboutObject() string {
	switch {
	case o.Kind.Enterprise && (o.Verb == Add || o.Verb == Change):
		return fmt.Sprintf("\n\nauthentik creates and changes %s only with a valid enterprise license; reading and deleting them needs none.", o.Kind.Plurals())
	case o.Verb == Add && len(o.Asked) > 1:
		return fmt.Sprintf("\n\nIf the object already exists, it can be imported: terraform import <address> '%s'.", o.Asked.ImportID())
	case o.Verb == Change && len(o.Kind.Lookups) > 0 && len(o.Kind.Lookups[0].All()) > 1:
		return exchange
	}
	return ""
}

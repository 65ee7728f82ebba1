package resource

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Import takes an object over by its ID, by a look-up such as `name=<name>`, or by its
// primary key, which is the identity. The state has no more than what identifies the
// object; Terraform then reads it.
func (r *Resource) Import(ctx context.Context, id, identity string) (Result, diag.Diagnostics) {
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return Result{}, diagnostics
	}
	asked, failure := r.asked(ctx, api, id, identity)
	if failure != nil {
		return Result{}, diag.Diagnostics{failure}
	}
	if asked.IsByID() && !r.Kind.IsAddressedByName() {
		state := r.blank()
		state[lookup.ID] = value.Text(asked.Value())
		return Result{State: state, Identity: asked.Value()}, nil
	}
	return r.importFound(ctx, api, asked)
}

// importFound takes over what a look-up finds. There is no argument that an error of an
// import could be attached to.
func (r *Resource) importFound(ctx context.Context, api *client.Client, asked lookup.Terms) (Result, diag.Diagnostics) {
	operation := r.operation(ctx, diagnostic.View, asked)
	detached := func(failure diag.Diagnostic) (Result, diag.Diagnostics) {
		return Result{}, diag.Diagnostics{diag.NewErrorDiagnostic(failure.Summary(), failure.Detail())}
	}
	fields, failure := Find(ctx, api, r.Connection, operation)
	if failure != nil {
		return detached(failure)
	}
	decoded, wrong := r.decode(fields)
	if wrong != nil {
		return detached(operation.Mismatched(wrong))
	}
	key, address := r.Kind.Key(), r.Kind.Address()
	if failure := Identify(decoded, operation, key.Name); failure != nil {
		return detached(failure)
	}
	state := r.blank()
	state[lookup.ID] = value.Text(value.Plain(decoded[address.Name]))
	if r.Kind.IsAddressedByName() {
		state[key.Name] = decoded[key.Name]
	}
	return Result{State: state, Identity: value.Plain(decoded[key.Name])}, nil
}

// asked reads an import ID: a primary key; the name by which the API addresses the
// object; or `<attribute>=<value>` for a look-up, several with commas between them.
func (r *Resource) asked(ctx context.Context, api *client.Client, written, identity string) (lookup.Terms, diag.Diagnostic) {
	if written == "" && identity != "" {
		written = identity
	}
	if id, ok := r.key(written); ok {
		return lookup.ByID(id), nil
	}
	attribute, text, named := strings.Cut(written, "=")
	for _, way := range r.Kind.Lookups {
		switch {
		case !named || attribute != way.Fields[0]:
		case len(way.All()) == 1 && value.Trim(text) == text && text != "":
			id, failure := r.term(ctx, api, r.Kind.Field(attribute), text, written)
			return lookup.Terms{{Attribute: attribute, Value: id}}, failure
		case len(way.All()) > 1 && names(way, written):
			return r.several(ctx, api, way, written)
		}
	}
	if r.Kind.IsAddressedByName() && !named && value.Trim(written) == written && written != "" {
		return lookup.Terms{{Attribute: r.Kind.Address().Name, Value: written}}, nil
	}
	return nil, r.invalidImport(written)
}

// key is the canonical form of a primary key; false where the string is none.
func (r *Resource) key(written string) (string, bool) {
	switch r.Kind.Key().Type {
	case kind.UUID:
		return value.CanonicalUUID(written)
	case kind.Int:
		number, err := strconv.ParseInt(written, 10, 64)
		return written, err == nil && strconv.FormatInt(number, 10) == written
	case kind.FromContract, kind.String, kind.Duration, kind.Time, kind.JSON, kind.Bool, kind.Float, kind.List, kind.Set, kind.Object, kind.Objects:
	}
	return written, written != "" && !r.Kind.IsAddressedByName() && !strings.Contains(written, "=")
}

// names says whether an import ID has the attributes of the look-up.
func names(way kind.Lookup, written string) bool {
	given := map[string]bool{}
	for part := range strings.SplitSeq(written, ",") {
		name, _, _ := strings.Cut(part, "=")
		given[name] = true
	}
	for _, name := range way.Fields {
		if !given[name] {
			return false
		}
	}
	return true
}

// several reads the import ID of a look-up by several attributes, where the name of an
// object may stand for its ID.
func (r *Resource) several(ctx context.Context, api *client.Client, way kind.Lookup, written string) (lookup.Terms, diag.Diagnostic) {
	given := map[string]string{}
	for part := range strings.SplitSeq(written, ",") {
		name, text, _ := strings.Cut(part, "=")
		if value.Trim(text) == "" || value.Trim(text) != text || given[name] != "" {
			return nil, r.invalidImport(written)
		}
		given[name] = text
	}
	var asked lookup.Terms
	for _, name := range way.All() {
		text, ok := given[name]
		if !ok && name == way.Narrower {
			continue
		}
		if delete(given, name); !ok {
			return nil, r.invalidImport(written)
		}
		id, failure := r.term(ctx, api, r.Kind.Field(name), text, written)
		if failure != nil {
			return nil, failure
		}
		asked = append(asked, lookup.Term{Attribute: name, Value: id})
	}
	if len(given) > 0 {
		return nil, r.invalidImport(written)
	}
	return asked, nil
}

// term is one value of an import ID.
func (r *Resource) term(ctx context.Context, api *client.Client, field *kind.Field, text, written string) (string, diag.Diagnostic) {
	number, err := strconv.ParseInt(text, 10, 64)
	isNumber := err == nil && strconv.FormatInt(number, 10) == text
	_, isUUID := value.CanonicalUUID(text)
	switch {
	case field.Type == kind.Int && !isNumber, field.Type == kind.UUID && !isUUID:
		if field.Refers.Filter == "" {
			return "", r.invalidImport(written)
		}
		return r.resolve(ctx, api, field.Refers, text)
	}
	return value.Canonical(field, text), nil
}

// resolve finds the ID of the object of another kind that has the name.
func (r *Resource) resolve(ctx context.Context, api *client.Client, refers kind.Reference, name string) (string, diag.Diagnostic) {
	key := cmp.Or(refers.Key, "pk")
	var ids []string
	for fields, err := range api.List(ctx, client.Collection{Path: refers.Path, Key: refers.Key}, url.Values{refers.Filter: {name}}, 0) {
		if err != nil {
			return "", r.operation(ctx, diagnostic.View, lookup.Terms{{Attribute: refers.Filter, Value: name}}).Failed(err)
		}
		named, wrong := value.Decode(&kind.Field{Type: kind.String}, fields[refers.Filter])
		id, otherWrong := value.Decode(&kind.Field{Type: kind.String}, fields[key])
		if wrong == nil && otherWrong == nil && value.String(named) == name && value.String(id) != "" {
			ids = append(ids, value.String(id))
		}
	}
	if len(ids) != 1 {
		return "", diag.NewErrorDiagnostic("Cannot import the "+r.Kind.Title, fmt.Sprintf(
			"Expected one %s with the %s %q that the token's user may view, found %d. Use the ID instead.", refers.Title, refers.Filter, name, len(ids)))
	}
	return ids[0], nil
}

// invalidImport says how the object is imported.
func (r *Resource) invalidImport(written string) diag.Diagnostic {
	return diag.NewErrorDiagnostic("Invalid import ID", fmt.Sprintf("Import the %s by %s. %q is none of these.", r.Kind.Title, schema.Alternatives(schema.ImportWays(r.Kind)), written))
}

// Resolve is the ID of the object with the name, for the import of a resource that is no
// described kind; k is what messages call that.
func Resolve(ctx context.Context, api *client.Client, connected *connection.Connection, k *kind.Kind, refers kind.Reference, name string) (string, diag.Diagnostic) {
	return (&Resource{Kind: k, Connection: connected}).resolve(ctx, api, refers, name)
}

package object

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// ImportState takes an object over by its id, by a look-up such as `name=<name>`,
// or by its identity. Terraform then reads it.
func (m *managed) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	api, diagnostics := m.connection.api()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	written := req.ID
	if written == "" && req.Identity != nil {
		var id types.String
		resp.Diagnostics.Append(req.Identity.GetAttribute(ctx, path.Root(m.object.identityAttribute()), &id)...)
		written = id.ValueString()
	}
	asked, failure := m.asked(ctx, api, written)
	if failure != nil {
		resp.Diagnostics.Append(failure)
	}
	if resp.Diagnostics.HasError() {
		return
	}
	if asked.isByID() && m.object.Slug == "" {
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(idAttribute), asked.id())...)
		resp.Diagnostics.Append(resp.Identity.SetAttribute(ctx, path.Root(idAttribute), asked.id())...)
		return
	}
	m.importFound(ctx, api, asked, resp)
}

// importFound takes over what a look-up finds.
func (m *managed) importFound(ctx context.Context, api *client.Client, asked lookup, resp *resource.ImportStateResponse) {
	failed := m.failures(ctx, "view", asked)
	fields, failure := read(ctx, api, failed)
	if failure != nil {
		// There is no argument that an import's error could stand on.
		resp.Diagnostics.AddError(failure.Summary(), failure.Detail())
		return
	}
	decoded, wrong := decode(m.object.Attributes, fields)
	if wrong != nil {
		resp.Diagnostics.Append(failed.mismatched(wrong))
		return
	}
	id, failure := identify(decoded, failed)
	if failure != nil {
		resp.Diagnostics.AddError(failure.Summary(), failure.Detail())
		return
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(idAttribute), id)...)
	if key := m.object.key(); m.object.Slug != "" {
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(key.Name), text(decoded[key.Name]))...)
	}
	resp.Diagnostics.Append(m.object.setIdentity(ctx, resp.Identity, decoded)...)
}

// asked reads an import id: a UUID, `<attribute>=<value>` for a look-up, several with
// commas between them, or a slug where the API has it in place of the UUID.
func (m *managed) asked(ctx context.Context, api *client.Client, written string) (lookup, diag.Diagnostic) {
	if id, ok := canonicalUUID(written); ok && m.object.Slug != "" {
		return lookup{{m.object.key().Name, id}}, nil
	} else if ok {
		return byID(id), nil
	}
	attribute, value, named := strings.Cut(written, "=")
	for _, way := range m.object.Lookups {
		switch {
		case !named || attribute != way.Attributes[0]:
		case len(way.all()) == 1 && trim(value) == value && value != "":
			return lookup{{attribute, m.object.attribute(attribute).canonicalText(value)}}, nil
		case len(way.all()) > 1:
			return m.several(ctx, api, way, written)
		}
	}
	if !named && m.object.Slug != "" && trim(written) == written && written != "" {
		return byID(written), nil
	}
	return nil, m.object.invalidImport(written)
}

// several reads the import id of a look-up by several attributes, where the name of an
// object may stand for its UUID.
func (m *managed) several(ctx context.Context, api *client.Client, way Lookup, written string) (lookup, diag.Diagnostic) {
	given := map[string]string{}
	for part := range strings.SplitSeq(written, ",") {
		name, value, _ := strings.Cut(part, "=")
		if trim(value) == "" || trim(value) != value || given[name] != "" {
			return nil, m.object.invalidImport(written)
		}
		given[name] = value
	}
	var asked lookup
	for _, name := range way.all() {
		value, ok := given[name]
		if !ok && name == way.Narrower {
			continue
		}
		if delete(given, name); !ok {
			return nil, m.object.invalidImport(written)
		}
		attribute := m.object.attribute(name)
		if number, err := strconv.ParseInt(value, 10, 64); attribute.Kind == Int && (err != nil || strconv.FormatInt(number, 10) != value) {
			return nil, m.object.invalidImport(written)
		}
		if _, isID := canonicalUUID(value); attribute.Kind == UUID && !isID {
			id, failure := m.resolve(ctx, api, attribute.Refers, value)
			if failure != nil {
				return nil, failure
			}
			value = id
		}
		asked = append(asked, term{name, attribute.canonicalText(value)})
	}
	if len(given) > 0 {
		return nil, m.object.invalidImport(written)
	}
	return asked, nil
}

// resolve finds the UUID of the object of another kind that has the name.
func (m *managed) resolve(ctx context.Context, api *client.Client, refers Reference, name string) (string, diag.Diagnostic) {
	page, err := api.Page(ctx, client.Collection{Path: refers.Path}, url.Values{refers.Filter: {name}})
	if err != nil {
		return "", m.failures(ctx, "view", lookup{{refers.Filter, name}}).read(err)
	}
	var found []string
	for _, fields := range page.Objects {
		named, wrong := decodeValue(&Attribute{}, fields[refers.Filter])
		id, alsoWrong := decodeValue(&Attribute{Kind: UUID}, fields["pk"])
		if wrong == nil && alsoWrong == nil && text(named) == name && text(id) != "" {
			found = append(found, text(id))
		}
	}
	if len(found) != 1 {
		return "", diag.NewErrorDiagnostic("Cannot import the "+m.object.Title, fmt.Sprintf(
			"There are %d %ss with the %s %q that the token's user may view, where one was to be found. Use the UUID in its place.", len(found), refers.Title, refers.Filter, name))
	}
	return found[0], nil
}

// invalidImport says how the object is imported.
func (o *Object) invalidImport(written string) diag.Diagnostic {
	ways := []string{"its UUID"}
	if o.Slug != "" {
		ways = append(ways, "its `"+o.Slug+"`")
	}
	for _, way := range o.Lookups {
		var parts []string
		for _, name := range way.all() {
			value := name
			if refers := o.attribute(name).Refers; refers.Filter != "" {
				value = refers.Filter + " of the " + refers.Title
			}
			part := name + "=<" + value + ">"
			if len(parts) > 0 {
				part = "," + part
			}
			if name == way.Narrower {
				part = "[" + part + "]"
			}
			parts = append(parts, part)
		}
		ways = append(ways, "`"+strings.Join(parts, "")+"`")
	}
	return diag.NewErrorDiagnostic("Invalid import id", fmt.Sprintf("The %s is imported by %s. %q is neither.", o.Title, strings.Join(ways, " or by "), written))
}

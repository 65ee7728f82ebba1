package object

import (
	"context"
	"fmt"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework-validators/datasourcevalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// NewDataSource makes the data source that reads one object by its id or by one
// of the description's look-ups.
func NewDataSource(description *Object) datasource.DataSource {
	return &dataSource{object: description}
}

type dataSource struct {
	object     *Object
	connection *Connection
}

var (
	_ datasource.DataSourceWithConfigure        = (*dataSource)(nil)
	_ datasource.DataSourceWithConfigValidators = (*dataSource)(nil)
)

func (d *dataSource) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + d.object.Type
}

func (d *dataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = d.object.dataSourceSchema()
}

func (d *dataSource) ConfigValidators(context.Context) []datasource.ConfigValidator {
	names := d.object.arguments()
	expressions := make([]path.Expression, 0, len(names))
	for _, name := range names {
		expressions = append(expressions, path.MatchRoot(name))
	}
	return []datasource.ConfigValidator{datasourcevalidator.ExactlyOneOf(expressions...)}
}

func (d *dataSource) Configure(_ context.Context, req datasource.ConfigureRequest, resp *datasource.ConfigureResponse) {
	d.connection = connectionFrom(req.ProviderData, &resp.Diagnostics)
}

// Read fills the state with the server's answer. The state is set only where the
// whole answer could be read.
func (d *dataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	api, diagnostics := d.connection.api()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	asked, omitSecrets := d.arguments(ctx, req, &resp.Diagnostics)
	if resp.Diagnostics.HasError() {
		return
	}
	failed := d.failures(ctx, asked)
	var fields client.Object
	var failure diag.Diagnostic
	if asked.attribute == idAttribute {
		fields, failure = retrieve(ctx, api, failed)
	} else {
		fields, failure = find(ctx, api, failed)
	}
	if failure != nil {
		resp.Diagnostics.Append(failure)
		return
	}
	values, wrong := decode(d.object.Attributes, fields)
	if wrong != nil {
		resp.Diagnostics.Append(failed.mismatched(wrong))
		return
	}
	id, failure := identify(values, failed)
	if failure != nil {
		resp.Diagnostics.Append(failure)
		return
	}
	values[idAttribute] = tftypes.NewValue(tftypes.String, id)
	if d.object.hasSecrets() {
		values[omitSecretsAttribute] = tftypes.NewValue(tftypes.Bool, omitSecrets.ValueBoolPointer())
		if omitSecrets.ValueBool() {
			d.object.dropSecrets(values)
		}
	}
	resp.State.Raw = tftypes.NewValue(resp.State.Schema.Type().TerraformType(ctx), values)
}

func (d *dataSource) failures(ctx context.Context, asked lookup) *failures {
	return d.connection.failures(ctx, d.object, "view", asked)
}

// lookup is what the user asked for: an attribute and its value, an id in its
// canonical spelling.
type lookup struct {
	attribute, value string
}

func (l lookup) path() path.Path { return path.Root(l.attribute) }

// importID is what `terraform import` takes for it.
func (l lookup) importID() string {
	if l.attribute == idAttribute {
		return l.value
	}
	return l.attribute + "=" + l.value
}

// String says it in a sentence.
func (l lookup) String() string { return fmt.Sprintf("%s %q", l.attribute, l.value) }

func (d *dataSource) arguments(ctx context.Context, req datasource.ReadRequest, diagnostics *diag.Diagnostics) (lookup, types.Bool) {
	var omitSecrets types.Bool
	if d.object.hasSecrets() {
		diagnostics.Append(req.Config.GetAttribute(ctx, path.Root(omitSecretsAttribute), &omitSecrets)...)
	}
	for _, name := range d.object.arguments() {
		var value types.String
		diagnostics.Append(req.Config.GetAttribute(ctx, path.Root(name), &value)...)
		if value.IsNull() || value.IsUnknown() {
			continue
		}
		asked := lookup{attribute: name, value: value.ValueString()}
		if name == idAttribute {
			asked.value, _ = canonicalUUID(asked.value) // the validator let UUIDs through only
		}
		return asked, omitSecrets
	}
	if !diagnostics.HasError() {
		diagnostics.AddError("Missing argument", d.object.exactlyOne())
	}
	return lookup{}, omitSecrets
}

// retrieve calls the retrieve endpoint.
func retrieve(ctx context.Context, api *client.Client, failed *failures) (client.Object, diag.Diagnostic) {
	fields, err := api.Retrieve(ctx, failed.object.Path, failed.asked.value)
	if err != nil {
		return nil, failed.read(err)
	}
	return fields, nil
}

// find reads the first page of the list with the exact filter; one request. More
// than one match is an error, so that no later page can matter.
func find(ctx context.Context, api *client.Client, failed *failures) (client.Object, diag.Diagnostic) {
	filter := failed.object.attribute(failed.asked.attribute).APIName()
	page, err := api.Page(ctx, failed.object.Path, url.Values{filter: {failed.asked.value}})
	switch {
	case err != nil:
		return nil, failed.read(err)
	case len(page.Objects) == 0:
		return nil, failed.noMatch()
	case len(page.Objects) > 1 || page.Next != 0:
		return nil, failed.manyMatches(max(len(page.Objects), page.Count))
	}
	return page.Objects[0], nil
}

// identify makes sure that the answer is the object that was asked for, and
// returns its id. A server, or a cache in front of it, that answers with another
// object must not go unnoticed.
func identify(values map[string]tftypes.Value, failed *failures) (string, diag.Diagnostic) {
	asked, key := failed.asked, text(values[keyAttribute])
	byID := asked.attribute == idAttribute
	switch {
	case byID && key == "" && !failed.object.recognizes(values):
		return "", failed.notTheObject("none of the fields by which it would be known is in it")
	case byID && key != "" && key != asked.value:
		return "", failed.notTheObject("its `" + keyAttribute + "` is another one")
	case byID:
		return asked.value, nil
	case key == "":
		return "", failed.notTheObject("it has no `" + keyAttribute + "`")
	case text(values[asked.attribute]) != asked.value:
		return "", failed.notTheObject("its `" + asked.attribute + "` is another one, as if the server did not filter")
	}
	return key, nil
}

// recognizes says whether an answer without a key can be the object all the same.
func (o *Object) recognizes(values map[string]tftypes.Value) bool {
	for i := range o.Attributes {
		if attribute := &o.Attributes[i]; !values[attribute.Name].IsNull() {
			return true
		}
	}
	return false
}

// dropSecrets makes every secret null.
func (o *Object) dropSecrets(values map[string]tftypes.Value) {
	for i := range o.Attributes {
		if attribute := &o.Attributes[i]; attribute.Secret {
			values[attribute.Name] = tftypes.NewValue(attribute.terraformType(), nil)
		}
	}
}

// text reads a string value; null is "".
func text(value tftypes.Value) string {
	var text *string
	if value.Type() == nil || value.IsNull() || value.As(&text) != nil {
		return ""
	}
	return *text
}

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
	var fields client.Object
	if asked.attribute == idAttribute {
		fields = d.retrieve(ctx, api, asked, &resp.Diagnostics)
	} else {
		fields = d.find(ctx, api, asked, &resp.Diagnostics)
	}
	if resp.Diagnostics.HasError() {
		return
	}
	values, wrong := decode(d.object.Attributes, fields)
	if wrong != nil {
		resp.Diagnostics.Append(d.object.mismatched(asked, wrong))
		return
	}
	id := d.checkIdentity(asked, values, &resp.Diagnostics)
	if resp.Diagnostics.HasError() {
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

// lookup is what the user asked for: an attribute and its value, an id in its
// canonical spelling.
type lookup struct {
	attribute, value string
}

func (l lookup) path() path.Path { return path.Root(l.attribute) }

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
func (d *dataSource) retrieve(ctx context.Context, api *client.Client, asked lookup, diagnostics *diag.Diagnostics) client.Object {
	fields, err := api.Retrieve(ctx, d.object.Path, asked.value)
	if err != nil {
		diagnostics.Append(d.object.readFailure(asked, err))
	}
	return fields
}

// find reads the first page of the list with the exact filter; one request. More
// than one match is an error, so that no later page can matter.
func (d *dataSource) find(ctx context.Context, api *client.Client, asked lookup, diagnostics *diag.Diagnostics) client.Object {
	filter := d.object.attribute(asked.attribute).APIName()
	page, err := api.Page(ctx, d.object.Path, url.Values{filter: {asked.value}})
	if err != nil {
		diagnostics.Append(d.object.readFailure(asked, err))
		return nil
	}
	switch {
	case len(page.Objects) == 0:
		diagnostics.Append(d.object.noMatch(asked))
		return nil
	case len(page.Objects) > 1 || page.Next != 0:
		diagnostics.Append(d.object.manyMatches(asked, max(len(page.Objects), page.Count)))
		return nil
	}
	return page.Objects[0]
}

// checkIdentity makes sure that the answer is the object that was asked for, and
// returns its id. A server, or a cache in front of it, that answers with another
// object must not go unnoticed.
func (d *dataSource) checkIdentity(asked lookup, values map[string]tftypes.Value, diagnostics *diag.Diagnostics) string {
	key := text(values[keyAttribute])
	if asked.attribute == idAttribute {
		switch {
		case key == "" && !d.object.recognizes(values):
			diagnostics.Append(d.object.notTheObject(asked, "none of the fields by which it would be known is in it"))
		case key != "" && key != asked.value:
			diagnostics.Append(d.object.notTheObject(asked, "its `"+keyAttribute+"` is another one"))
		}
		return asked.value
	}
	switch {
	case key == "":
		diagnostics.Append(d.object.notTheObject(asked, "it has no `"+keyAttribute+"`"))
	case text(values[asked.attribute]) != asked.value:
		diagnostics.Append(d.object.notTheObject(asked, "its `"+asked.attribute+"` is another one, as if the server did not filter"))
	}
	return key
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

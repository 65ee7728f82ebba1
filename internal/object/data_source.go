package object

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/datasourcevalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
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

// ConfigValidators let exactly one way through. Of a way by several attributes the
// first stands for it and needs the others.
func (d *dataSource) ConfigValidators(context.Context) []datasource.ConfigValidator {
	ways := []path.Expression{path.MatchRoot(idAttribute)}
	var together []datasource.ConfigValidator
	for _, way := range d.object.Lookups {
		ways = append(ways, path.MatchRoot(way.Attributes[0]))
		if len(way.Attributes) > 1 {
			var all []path.Expression
			for _, name := range way.Attributes {
				all = append(all, path.MatchRoot(name))
			}
			together = append(together, datasourcevalidator.RequiredTogether(all...))
		}
	}
	return append(together, datasourcevalidator.ExactlyOneOf(ways...))
}

func (d *dataSource) Configure(_ context.Context, req datasource.ConfigureRequest, resp *datasource.ConfigureResponse) {
	d.connection = connectionFrom(req.ProviderData, &resp.Diagnostics)
}

// Read fills the state with the server's answer. The state is set only where the
// whole answer could be read.
func (d *dataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	api, diagnostics := d.connection.api()
	resp.Diagnostics.Append(diagnostics...)
	config := valuesOf(req.Config.Raw, &resp.Diagnostics)
	if resp.Diagnostics.HasError() {
		return
	}
	asked, ok := d.object.given(config)
	if !ok {
		resp.Diagnostics.AddError("Missing argument", d.object.exactlyOne())
		return
	}
	failed := d.failures(ctx, asked)
	fields, failure := read(ctx, api, failed)
	if failure != nil {
		resp.Diagnostics.Append(failure)
		return
	}
	shown := d.object.shown()
	values, wrong := decode(shown, fields)
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
		values[omitSecretsAttribute] = config[omitSecretsAttribute]
		if omitsSecrets(config) {
			d.object.dropSecrets(values)
		}
	}
	resp.State.Raw = tftypes.NewValue(resp.State.Schema.Type().TerraformType(ctx), values)
}

func (d *dataSource) failures(ctx context.Context, asked lookup) *failures {
	return d.connection.failures(ctx, d.object, "view", asked)
}

// omitsSecrets says whether the argument of that name is true.
func omitsSecrets(config values) bool {
	var omit bool
	if written := config[omitSecretsAttribute]; isSet(written) {
		_ = written.As(&omit) // the schema has made sure of the type
	}
	return omit
}

// read gets what was asked for.
func read(ctx context.Context, api *client.Client, failed *failures) (client.Object, diag.Diagnostic) {
	if failed.object.isDirect(failed.asked) {
		fields, err := api.Read(ctx, failed.object.collection(), failed.asked.id())
		if err != nil {
			return nil, failed.read(err)
		}
		return fields, nil
	}
	return find(ctx, api, failed)
}

// find reads the first page of the list with the exact filters; one request. More
// than one match is an error, so that no later page can matter.
func find(ctx context.Context, api *client.Client, failed *failures) (client.Object, diag.Diagnostic) {
	page, err := api.Lookup(ctx, failed.object.collection(), failed.asked.query(failed.object))
	switch {
	case err != nil:
		return nil, failed.read(err)
	case len(page.Objects) == 0:
		return nil, failed.noMatch()
	}
	if lacking := failed.asked.unanswered(failed.object, page.Objects[0]); lacking != nil {
		return nil, failed.notFindable(lacking)
	}
	if len(page.Objects) > 1 || page.Next != 0 {
		return nil, failed.manyMatches(max(len(page.Objects), page.Count))
	}
	return page.Objects[0], nil
}

// identify makes sure that the answer is the object that was asked for, and
// returns its id. A server, or a cache in front of it, that answers with another
// object must not go unnoticed.
func identify(values map[string]tftypes.Value, failed *failures) (string, diag.Diagnostic) {
	asked, address, key := failed.asked, failed.object.address(), failed.object.key().APIName()
	id := text(values[address.Name])
	switch {
	case asked.isByID() && id == "" && !failed.object.recognizes(values):
		return "", failed.notTheObject("none of the fields by which it would be known is in it")
	case asked.isByID() && id != "" && id != asked.id():
		return "", failed.notTheObject("its `" + address.APIName() + "` is another one")
	case asked.isByID():
		return asked.id(), nil
	case text(values[failed.object.key().Name]) == "" || id == "":
		return "", failed.notTheObject("it has no `" + key + "`")
	}
	if other := asked.mismatch(failed.object, values); other != "" {
		return "", failed.notTheObject("its `" + other + "` is another one, as if the server did not filter")
	}
	return id, nil
}

// recognizes says whether an answer without a key can be the object all the same.
func (o *Object) recognizes(values map[string]tftypes.Value) bool {
	for i := range o.Attributes {
		if isSet(values[o.Attributes[i].Name]) {
			return true
		}
	}
	return false
}

// dropSecrets makes every secret null.
func (o *Object) dropSecrets(values map[string]tftypes.Value) {
	for i := range o.Attributes {
		if attribute := &o.Attributes[i]; attribute.Secret && isSet(values[attribute.Name]) {
			values[attribute.Name] = tftypes.NewValue(attribute.terraformType(), nil)
		}
	}
}

package object

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// objectsAttribute holds what a plural data source found.
const objectsAttribute = "objects"

// NewPluralDataSource makes the data source that reads all objects, or those that
// the server's filters let through.
func NewPluralDataSource(description *Object) datasource.DataSource {
	return &plural{dataSource: dataSource{object: description}}
}

type plural struct {
	dataSource
}

var _ datasource.DataSourceWithConfigure = (*plural)(nil)

func (p *plural) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + p.object.Plural
}

// ConfigValidators are none: every filter may be left out.
func (p *plural) ConfigValidators(context.Context) []datasource.ConfigValidator { return nil }

func (p *plural) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	attributes := map[string]schema.Attribute{}
	for _, filter := range p.object.filters() {
		if filter.kind == Bool {
			attributes[filter.name] = schema.BoolAttribute{Optional: true, MarkdownDescription: filter.description}
			continue
		}
		attributes[filter.name] = schema.StringAttribute{Optional: true, MarkdownDescription: filter.description, Validators: filter.validators()}
	}
	found := computed(p.object.Attributes, "", newHistory(p.object.Path))
	found[idAttribute] = schema.StringAttribute{Computed: true, MarkdownDescription: fmt.Sprintf("UUID of the %s.", p.object.Title)}
	attributes[objectsAttribute] = schema.ListNestedAttribute{
		Computed: true, NestedObject: schema.NestedAttributeObject{Attributes: found},
		MarkdownDescription: "What was found, sorted by `id`.",
	}
	if p.object.hasSecrets() {
		attributes[omitSecretsAttribute] = p.object.omitSecrets()
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: fmt.Sprintf("Reads every %s, or those that the filters let through. %s", p.object.Title, p.object.Summary),
		Attributes:          attributes,
	}
}

func (p *plural) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	api, diagnostics := p.connection.api()
	resp.Diagnostics.Append(diagnostics...)
	state := valuesOf(req.Config.Raw, &resp.Diagnostics)
	if resp.Diagnostics.HasError() {
		return
	}
	var omitSecrets bool
	if written := state[omitSecretsAttribute]; isSet(written) {
		_ = written.As(&omitSecrets) // the schema has made sure of the type
	}
	failed := p.failures(ctx, lookup{listArgument, p.object.Type})
	itemType := objectType(append(slices.Clone(p.object.Attributes), Attribute{Name: idAttribute}))
	found := []tftypes.Value{}
	for item, failure := range decodeAll(p.object, api.List(ctx, p.object.Path, p.object.query(state), 0), failed) {
		if failure != nil {
			resp.Diagnostics.Append(failure)
			return
		}
		if omitSecrets {
			p.object.dropSecrets(item.decoded)
		}
		item.decoded[idAttribute] = item.decoded[keyAttribute]
		found = append(found, tftypes.NewValue(itemType, item.decoded))
	}
	slices.SortFunc(found, func(a, b tftypes.Value) int { return strings.Compare(idOf(a), idOf(b)) })
	state[objectsAttribute] = tftypes.NewValue(tftypes.List{ElementType: itemType}, found)
	resp.State.Raw = tftypes.NewValue(req.Config.Raw.Type(), state)
}

func idOf(object tftypes.Value) string {
	var fields values
	if object.As(&fields) != nil {
		return ""
	}
	return text(fields[idAttribute])
}

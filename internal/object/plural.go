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
		switch filter.kind {
		case Bool:
			attributes[filter.name] = schema.BoolAttribute{Optional: true, MarkdownDescription: filter.description}
		case Int:
			attributes[filter.name] = schema.Int64Attribute{Optional: true, MarkdownDescription: filter.description}
		case Text, UUID, Duration, Time, JSON, Float, List, Set, Nested, Objects:
			attributes[filter.name] = schema.StringAttribute{Optional: true, MarkdownDescription: filter.description, Validators: filter.validators()}
		}
	}
	found := computed(p.object.shown(), "", newHistory(p.object.Path))
	found[idAttribute] = schema.StringAttribute{Computed: true, MarkdownDescription: fmt.Sprintf("The same as `%s`.", p.object.address().Name)}
	attributes[objectsAttribute] = schema.ListNestedAttribute{
		Computed: true, NestedObject: schema.NestedAttributeObject{Attributes: found},
		MarkdownDescription: "What was found, sorted by `id`.",
	}
	if p.object.hasSecrets() {
		attributes[omitSecretsAttribute] = p.object.omitSecrets()
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: fmt.Sprintf("Reads every %s, or those that the filters let through. %s", p.object.Title, p.object.meaning()),
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
	failed := p.failures(ctx, wholeList(p.object))
	itemType := objectType(append(slices.Clone(p.object.shown()), Attribute{Name: idAttribute}))
	found := []tftypes.Value{}
	for item, failure := range decodeAll(p.object, api.List(ctx, p.object.collection(), p.object.query(state), 0), failed, state) {
		if failure != nil {
			resp.Diagnostics.Append(failure)
			return
		}
		if omitsSecrets(state) {
			p.object.dropSecrets(item.decoded)
		}
		item.decoded[idAttribute] = item.decoded[p.object.address().Name]
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

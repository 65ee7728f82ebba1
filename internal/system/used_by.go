package system

import (
	"context"
	"net/url"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
)

// NewUsedBy is what refers to an object (`used_by/` of it), of any of the kinds.
func NewUsedBy(kinds []*kind.Kind) datasource.DataSource { return &usedBy{kinds: kinds} }

type usedBy struct {
	plain.DataSource
	kinds []*kind.Kind
}

var _ datasource.DataSourceWithConfigure = (*usedBy)(nil)

// user is one object that refers to another.
type user struct {
	App    string `json:"app"        tfsdk:"app"`
	Model  string `json:"model_name" tfsdk:"model"`
	PK     string `json:"pk"         tfsdk:"object_id"`
	Name   string `json:"name"       tfsdk:"name"`
	Action string `json:"action"     tfsdk:"action"`
}

func (*usedBy) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_used_by"
}

func (*usedBy) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	given := func(name, description string) schema.StringAttribute {
		return schema.StringAttribute{
			Required: true, MarkdownDescription: description,
			Validators: []validator.String{plain.String(&kind.Field{Name: name, Type: kind.String, Required: true})},
		}
	}
	computed := func(description string) schema.StringAttribute {
		return schema.StringAttribute{Computed: true, MarkdownDescription: description}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "What refers to an object, and what becomes of it when the object is deleted. Only objects that the token's user may view are listed.",
		Attributes: map[string]schema.Attribute{
			"type":      given("type", "Type of the object: that of its resource without `authentik_`, such as `group`."),
			"object_id": given("object_id", "ID of the object: `id` of its resource."),
			"used_by": schema.ListNestedAttribute{
				Computed: true, MarkdownDescription: "The objects that refer to it, in the server's order.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"app":       computed("App of the object, such as `authentik_policies`."),
					"model":     computed("Model of the object, such as `policybinding`."),
					"object_id": computed("ID of the object."),
					"name":      computed("Name of the object."),
					"action":    computed("What a deletion does: `cascade` deletes the object too, `cascade_many` and `set_null` remove the reference, `set_default` resets it, and `left_dangling` leaves it as it is."),
				}},
			},
		},
	}
}

func (d *usedBy) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var result struct {
		Type     types.String `tfsdk:"type"`
		ObjectID types.String `tfsdk:"object_id"`
		UsedBy   []user       `tfsdk:"used_by"`
	}
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("type"), &result.Type)...)
	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("object_id"), &result.ObjectID)...)
	_, diagnostics := d.Connection.API()
	if resp.Diagnostics.Append(diagnostics...); resp.Diagnostics.HasError() {
		return
	}
	at := slices.IndexFunc(d.kinds, func(k *kind.Kind) bool { return k.Type == result.Type.ValueString() })
	if at < 0 {
		resp.Diagnostics.AddAttributeError(path.Root("type"), "Unknown type", "It must be the type of a resource of this provider without `authentik_`, such as `group`.")
		return
	}
	asked := lookup.ByID(result.ObjectID.ValueString())
	if d.kinds[at].IsAddressedByName() {
		asked[0].Attribute = d.kinds[at].Address().Name
	}
	operation := diagnostic.New(ctx, d.Connection, d.kinds[at], diagnostic.View, asked)
	collection, err := d.Connection.Collection(ctx, d.kinds[at])
	if err != nil {
		resp.Diagnostics.Append(operation.Failed(err))
		return
	}
	result.UsedBy = []user{}
	resp.Diagnostics.Append(plain.Get(ctx, d.Connection, operation, collection.Path+url.PathEscape(result.ObjectID.ValueString())+"/used_by/", nil, &result.UsedBy)...)
	if !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(resp.State.Set(ctx, result)...)
	}
}

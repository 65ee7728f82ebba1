package outpost

import (
	"context"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// NewToken hands out the token with which an outpost signs in, for a deployment such as a
// Helm chart (/api/v3/core/tokens/{identifier}/view_key/). Each opening writes an event.
func NewToken() ephemeral.EphemeralResource { return &token{} }

type token struct {
	plain.Ephemeral
}

var _ ephemeral.EphemeralResourceWithConfigure = (*token)(nil)

// tokenKind is what messages need to know: the key has a permission of its own.
var tokenKind = kind.Kind{Type: "token", Title: "outpost token", Article: "an", Model: "authentik_core.token_key"}

func (*token) Metadata(_ context.Context, req ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_outpost_token"
}

func (*token) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "The token with which an outpost signs in, for a deployment that you manage, such as a Helm chart. It does not enter the state. Needs Terraform 1.10 or OpenTofu 1.11. authentik writes an event each time that the token is read.",
		Attributes: map[string]schema.Attribute{
			"outpost": schema.StringAttribute{
				Required:            true,
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true, Refers: reference.Outpost})},
				MarkdownDescription: "UUID of the outpost.",
			},
			"token_identifier": schema.StringAttribute{Computed: true, MarkdownDescription: "Identifier of the token."},
			"token":            schema.StringAttribute{Computed: true, Sensitive: true, MarkdownDescription: "The token, which an outpost takes from `AUTHENTIK_TOKEN`."},
		},
	}
}

func (e *token) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	var result struct {
		Outpost    types.String `tfsdk:"outpost"`
		Identifier types.String `tfsdk:"token_identifier"`
		Token      types.String `tfsdk:"token"`
	}
	resp.Diagnostics.Append(req.Config.Get(ctx, &result)...)
	if resp.Diagnostics.HasError() {
		return
	}
	id := result.Outpost.ValueString()
	var outpost struct {
		Identifier string `json:"token_identifier"`
	}
	resp.Diagnostics.Append(plain.Get(ctx, e.Connection, diagnostic.New(ctx, e.Connection, &Outpost, diagnostic.View, lookup.ByID(id)), Outpost.API.Path+url.PathEscape(id)+"/", nil, &outpost)...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := diagnostic.New(ctx, e.Connection, &tokenKind, diagnostic.View, lookup.ByID(outpost.Identifier))
	key, diagnostics := plain.Key(ctx, e.Connection, operation, "/core/tokens/"+url.PathEscape(outpost.Identifier)+"/view_key/")
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	result.Identifier, result.Token = types.StringValue(outpost.Identifier), key
	resp.Diagnostics.Append(resp.Result.Set(ctx, result)...)
}

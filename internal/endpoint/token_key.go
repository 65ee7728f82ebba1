package endpoint

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
)

// NewEnrollmentTokenKey hands out the key of an enrollment token
// (/api/v3/endpoints/agents/enrollment_tokens/{id}/view_key/). Each opening writes an event.
func NewEnrollmentTokenKey() ephemeral.EphemeralResource { return &tokenKey{} }

type tokenKey struct {
	plain.Ephemeral
}

var _ ephemeral.EphemeralResourceWithConfigure = (*tokenKey)(nil)

// keyKind is what messages need to know: the key has a permission of its own.
var keyKind = kind.Kind{Type: "endpoints_enrollment_token_key", Title: "key of the enrollment token", Model: "authentik_endpoints_connectors_agent.enrollment_token_key"}

func (*tokenKey) Metadata(_ context.Context, req ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_endpoints_enrollment_token_key"
}

func (*tokenKey) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "The key of an enrollment token, with which devices enroll. It does not enter the state. Needs Terraform 1.10 or OpenTofu 1.11 and authentik 2025.12. authentik writes an event each time that the key is read.",
		Attributes: map[string]schema.Attribute{
			"enrollment_token": schema.StringAttribute{
				Required:            true,
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true})},
				MarkdownDescription: "UUID of the enrollment token.",
			},
			"key": schema.StringAttribute{Computed: true, Sensitive: true, MarkdownDescription: "The key."},
		},
	}
}

func (e *tokenKey) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	var result struct {
		Token types.String `tfsdk:"enrollment_token"`
		Key   types.String `tfsdk:"key"`
	}
	resp.Diagnostics.Append(req.Config.Get(ctx, &result)...)
	_, diagnostics := e.Connection.API()
	if resp.Diagnostics.Append(diagnostics...); resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(plain.NeedsRelease(ctx, e.Connection, &EnrollmentToken, "2025.12.0")...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := diagnostic.New(ctx, e.Connection, &keyKind, diagnostic.View, lookup.ByID(result.Token.ValueString()))
	key, diagnostics := plain.Key(ctx, e.Connection, operation, EnrollmentToken.API.Path+url.PathEscape(result.Token.ValueString())+"/view_key/")
	resp.Diagnostics.Append(diagnostics...)
	if result.Key = key; !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(resp.Result.Set(ctx, result)...)
	}
}

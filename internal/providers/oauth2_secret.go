package providers

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
)

// NewOAuth2Secret hands out the client secret of an OAuth2 provider without a state
// (GET /api/v3/providers/oauth2/{id}/, which returns it in every release up to 2026.8).
func NewOAuth2Secret() ephemeral.EphemeralResource { return &oauth2Secret{} }

type oauth2Secret struct{ plain.Ephemeral }

var (
	_ ephemeral.EphemeralResourceWithConfigure      = (*oauth2Secret)(nil)
	_ ephemeral.EphemeralResourceWithValidateConfig = (*oauth2Secret)(nil)
)

// credentials is the result.
type credentials struct {
	Name         types.String `tfsdk:"name"`
	ProviderID   types.Int64  `tfsdk:"provider_id"`
	ClientID     types.String `tfsdk:"client_id"`
	ClientSecret types.String `tfsdk:"client_secret"`
}

func (*oauth2Secret) Metadata(_ context.Context, req ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_provider_oauth2_secret"
}

func (*oauth2Secret) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads the client ID and the client secret of an OAuth2 provider and keeps them out of plan and state, for a write-only argument or another provider's configuration. The token's user needs the permission `" + OAuth2.Permission("view") + "`.",
		Attributes: map[string]schema.Attribute{
			byName:          schema.StringAttribute{Optional: true, Computed: true, Validators: nameOnly(), MarkdownDescription: aboutName},
			byProvider:      schema.Int64Attribute{Optional: true, Computed: true, MarkdownDescription: aboutProvider},
			"client_id":     schema.StringAttribute{Computed: true, MarkdownDescription: "Client ID."},
			"client_secret": schema.StringAttribute{Computed: true, Sensitive: true, MarkdownDescription: "Client secret."},
		},
	}
}

func (*oauth2Secret) ValidateConfig(ctx context.Context, req ephemeral.ValidateConfigRequest, resp *ephemeral.ValidateConfigResponse) {
	var config credentials
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	(&chosen{config.Name, config.ProviderID}).validate(&resp.Diagnostics)
}

func (e *oauth2Secret) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	var result credentials
	resp.Diagnostics.Append(req.Config.Get(ctx, &result)...)
	if resp.Diagnostics.HasError() {
		return
	}
	which := chosen{result.Name, result.ProviderID}
	_, found, operation, diagnostics := which.find(ctx, e.Connection, &OAuth2)
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	result.Name, result.ProviderID = which.name, which.id
	if wrong := plain.Attributes(found, map[string]*types.String{"client_id": &result.ClientID, "client_secret": &result.ClientSecret}); wrong != nil {
		resp.Diagnostics.Append(operation.Mismatched(wrong))
		return
	}
	if result.ClientSecret.IsNull() {
		resp.Diagnostics.AddError("No client secret", "The server does not return the client secret of the provider. Set one with `client_secret_wo` of `authentik_provider_oauth2`, and use that.")
		return
	}
	resp.Diagnostics.Append(resp.Result.Set(ctx, result)...)
}

package core

import (
	"context"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// NewTokenKey hands out the key of a token without a state
// (GET /api/v3/core/tokens/{identifier}/view_key/). Each time the server writes an event.
func NewTokenKey() ephemeral.EphemeralResource { return &tokenKey{} }

type tokenKey struct{ plain.Ephemeral }

var _ ephemeral.EphemeralResourceWithConfigure = (*tokenKey)(nil)

// tokenKeyResult is the result.
type tokenKeyResult struct {
	Identifier types.String `tfsdk:"identifier"`
	PK         types.String `tfsdk:"pk"`
	Key        types.String `tfsdk:"key"`
}

func (*tokenKey) Metadata(_ context.Context, req ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_token_key"
}

func (*tokenKey) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads the key of a token and keeps it out of plan and state, for a write-only argument such as that of a secret store. authentik logs every reading as an event. The token's user needs the permissions `" + Token.Permission("view") + "` and `authentik_core.view_token_key`.",
		Attributes: map[string]schema.Attribute{
			"identifier": schema.StringAttribute{
				Required: true, Validators: []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true, Check: tokenIdentifier})},
				MarkdownDescription: "Identifier of the token: `identifier` or `id` of `authentik_token`, or `token_identifier` of `authentik_service_account`.",
			},
			"pk": schema.StringAttribute{
				Optional: true, Validators: []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true})},
				MarkdownDescription: "UUID of the token, `pk` of `authentik_token`, which must be that of the identifier, unless the token is about to be renamed. It is known only when the token exists: without it, Terraform reads the key before it creates a token of the same run.",
			},
			"key": schema.StringAttribute{Computed: true, Sensitive: true, MarkdownDescription: "Key of the token."},
		},
	}
}

func (e *tokenKey) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	var result tokenKeyResult
	resp.Diagnostics.Append(req.Config.Get(ctx, &result)...)
	api, diagnostics := e.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := diagnostic.New(ctx, e.Connection, &Token, diagnostic.View, lookup.Terms{{Attribute: "identifier", Value: result.Identifier.ValueString()}})
	if result.PK.IsNull() {
		operation.Made = "pk = authentik_token.<name>.pk"
	}
	identifier, failure := e.current(ctx, api, result, operation)
	if failure != nil {
		resp.Diagnostics.Append(failure)
		return
	}
	result.Key, diagnostics = plain.Key(ctx, e.Connection, operation, Token.API.Path+url.PathEscape(identifier)+"/view_key/")
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(resp.Result.Set(ctx, result)...)
}

// current is the identifier that the token has now, where the configuration says which
// token is meant. A plan that renames the token opens this before the rename.
func (*tokenKey) current(ctx context.Context, api *client.Client, result tokenKeyResult, operation *diagnostic.Operation) (string, diag.Diagnostic) {
	asked := result.Identifier.ValueString()
	if result.PK.IsNull() {
		return asked, nil
	}
	isMeant := func(token client.Object) (bool, *value.Mismatch) {
		var pk types.String
		wrong := plain.Attributes(token, map[string]*types.String{"pk": &pk})
		return wrong == nil && value.SameString(&kind.Field{Type: kind.UUID}, pk.ValueString(), result.PK.ValueString()), wrong
	}
	token, err := api.Read(ctx, client.Collection{Path: Token.API.Path, Key: Token.API.Address}, asked)
	if err == nil {
		meant, wrong := isMeant(token)
		switch {
		case wrong != nil:
			return "", operation.Mismatched(wrong)
		case !meant:
			return "", operation.OtherObject("its `pk` differs")
		}
		return asked, nil
	}
	if !operation.IsGone(err) {
		return "", operation.Failed(err)
	}
	for token, listErr := range api.List(ctx, client.Collection{Path: Token.API.Path, Key: Token.API.Address}, nil, 0) {
		if listErr != nil {
			return "", operation.Failed(listErr)
		}
		var identifier types.String
		if meant, _ := isMeant(token); meant && plain.Attributes(token, map[string]*types.String{"identifier": &identifier}) == nil {
			return identifier.ValueString(), nil
		}
	}
	return "", operation.Failed(err)
}

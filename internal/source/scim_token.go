package source

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

// NewSCIMToken hands out the token of a SCIM source
// (/api/v3/core/tokens/{identifier}/view_key/). Each opening writes an event.
func NewSCIMToken() ephemeral.EphemeralResource { return &scimToken{} }

type scimToken struct {
	plain.Ephemeral
}

var _ ephemeral.EphemeralResourceWithConfigure = (*scimToken)(nil)

// tokenKind is what messages need to know: the key has a permission of its own.
var tokenKind = kind.Kind{Type: "token", Title: "token of the SCIM source", Model: "authentik_core.token_key"}

func (*scimToken) Metadata(_ context.Context, req ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_source_scim_token"
}

func (*scimToken) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "The token and the URL with which another system uses a SCIM source. They do not enter the state. Needs Terraform 1.10 or OpenTofu 1.11 and authentik 2024.4. authentik writes an event each time that the token is read.",
		Attributes: map[string]schema.Attribute{
			"slug": schema.StringAttribute{
				Required:            true,
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true})},
				MarkdownDescription: "Slug of the SCIM source.",
			},
			"uuid": schema.StringAttribute{
				Optional:            true,
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true})},
				MarkdownDescription: "UUID of the SCIM source, `uuid` of `authentik_source_scim`. It is known only when the source exists: without it, Terraform reads the token before it creates a source of the same run, or gives it another slug. With it, the source is found by it alone.",
			},
			"scim_url":   schema.StringAttribute{Computed: true, MarkdownDescription: "URL of the SCIM server, with the host of the Terraform provider's `url`."},
			"identifier": schema.StringAttribute{Computed: true, MarkdownDescription: "Identifier of the token."},
			"token":      schema.StringAttribute{Computed: true, Sensitive: true, MarkdownDescription: "The token, which the other system sends as a bearer token."},
		},
	}
}

func (e *scimToken) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	var result struct {
		Slug       types.String `tfsdk:"slug"`
		UUID       types.String `tfsdk:"uuid"`
		URL        types.String `tfsdk:"scim_url"`
		Identifier types.String `tfsdk:"identifier"`
		Token      types.String `tfsdk:"token"`
	}
	resp.Diagnostics.Append(req.Config.Get(ctx, &result)...)
	api, diagnostics := e.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	if release, known, _ := e.Connection.Release(ctx); known {
		if summary, detail := SCIM.Missing(release); summary != "" {
			resp.Diagnostics.AddError(summary, detail)
			return
		}
	}
	slug := result.Slug.ValueString()
	if uuid := result.UUID.ValueString(); uuid != "" {
		found, failure := slugOf(ctx, api, uuid, diagnostic.New(ctx, e.Connection, &SCIM, diagnostic.View, lookup.Terms{{Attribute: "uuid", Value: uuid}}))
		if failure != nil {
			resp.Diagnostics.Append(failure)
			return
		}
		slug = found
	}
	var source struct {
		URL   string `json:"root_url"`
		Token struct {
			Identifier string `json:"identifier"`
		} `json:"token_obj"`
	}
	operation := diagnostic.New(ctx, e.Connection, &SCIM, diagnostic.View, lookup.Terms{{Attribute: "slug", Value: slug}})
	if result.UUID.IsNull() {
		operation.Made = "uuid = authentik_source_scim.<name>.uuid"
	}
	resp.Diagnostics.Append(plain.Get(ctx, e.Connection, operation, SCIM.API.Path+url.PathEscape(slug)+"/", nil, &source)...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation = diagnostic.New(ctx, e.Connection, &tokenKind, diagnostic.View, lookup.Terms{{Attribute: "slug", Value: slug}})
	key, diagnostics := plain.Key(ctx, e.Connection, operation, "/core/tokens/"+url.PathEscape(source.Token.Identifier)+"/view_key/")
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	result.URL, result.Identifier, result.Token = types.StringValue(source.URL), types.StringValue(source.Token.Identifier), key
	resp.Diagnostics.Append(resp.Result.Set(ctx, result)...)
}

// slugOf is the slug that the SCIM source has now: the server finds sources by their slug
// only.
func slugOf(ctx context.Context, api *client.Client, uuid string, operation *diagnostic.Operation) (string, diag.Diagnostic) {
	for source, err := range api.List(ctx, client.Collection{Path: SCIM.API.Path, Key: "slug"}, nil, 0) {
		if err != nil {
			return "", operation.Failed(err)
		}
		var pk, slug types.String
		if wrong := plain.Attributes(source, map[string]*types.String{"pk": &pk, "slug": &slug}); wrong != nil {
			return "", operation.Mismatched(wrong)
		}
		if value.SameString(&kind.Field{Type: kind.UUID}, uuid, pk.ValueString()) {
			return slug.ValueString(), nil
		}
	}
	return "", operation.NoMatch()
}

package certificate

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// NewPrivateKey hands out the private key of a certificate-key pair without a state
// (GET /api/v3/crypto/certificatekeypairs/{uuid}/view_private_key/). Each time the server
// writes an event, unless the token's user is one of its internal service accounts.
func NewPrivateKey() ephemeral.EphemeralResource { return &privateKey{} }

type privateKey struct{ plain.Ephemeral }

var (
	_ ephemeral.EphemeralResourceWithConfigure      = (*privateKey)(nil)
	_ ephemeral.EphemeralResourceWithValidateConfig = (*privateKey)(nil)
)

// key is the result.
type key struct {
	ID      types.String `tfsdk:"id"`
	Name    types.String `tfsdk:"name"`
	KeyData types.String `tfsdk:"key_data"`
}

const exactlyOne = "Exactly one of `id` and `name` must be set."

func (*privateKey) Metadata(_ context.Context, req ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_certificate_private_key"
}

func (*privateKey) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads the private key of a certificate-key pair and keeps it out of plan and state, for a write-only argument or another provider's configuration. authentik logs every reading as an event. The token's user needs the permissions `" + KeyPair.Permission("view") + "` and `" + KeyPair.Field("key_data").Fetch.Permission() + "`.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				Optional: true, Computed: true, Validators: []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true, Refers: reference.Certificate})},
				MarkdownDescription: "UUID of the pair. " + exactlyOne,
			},
			"name": schema.StringAttribute{
				Optional: true, Computed: true, Validators: []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true})},
				MarkdownDescription: "Name of the pair. " + exactlyOne,
			},
			"key_data": schema.StringAttribute{Computed: true, Sensitive: true, MarkdownDescription: "Private key in PEM format."},
		},
	}
}

func (*privateKey) ValidateConfig(ctx context.Context, req ephemeral.ValidateConfigRequest, resp *ephemeral.ValidateConfigResponse) {
	var config key
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	switch {
	case config.ID.IsNull() && config.Name.IsNull():
		resp.Diagnostics.AddError("Missing argument", exactlyOne)
	case config.ID.ValueString() != "" && config.Name.ValueString() != "":
		resp.Diagnostics.AddAttributeError(path.Root("name"), "Invalid combination of arguments", exactlyOne)
	}
}

func (e *privateKey) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	var result key
	resp.Diagnostics.Append(req.Config.Get(ctx, &result)...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(e.read(ctx, &result)...)
	if !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(resp.Result.Set(ctx, result)...)
	}
}

// read finds the pair and reads its key.
func (e *privateKey) read(ctx context.Context, result *key) diag.Diagnostics {
	api, diagnostics := e.Connection.API()
	if diagnostics.HasError() {
		return diagnostics
	}
	asked := lookup.Terms{{Attribute: "name", Value: result.Name.ValueString()}}
	if !result.ID.IsNull() {
		asked = lookup.ByID(value.Canonical(KeyPair.Key(), result.ID.ValueString()))
	}
	operation := diagnostic.New(ctx, e.Connection, &KeyPair, diagnostic.View, asked)
	if result.ID.IsNull() {
		operation.Made = "id = authentik_certificate_key_pair.<name>.id"
	}
	found, failure := resource.Find(ctx, api, e.Connection, operation)
	if failure != nil {
		return diag.Diagnostics{failure}
	}
	if wrong := plain.Attributes(found, map[string]*types.String{"pk": &result.ID, "name": &result.Name}); wrong != nil {
		return diag.Diagnostics{operation.Mismatched(wrong)}
	}
	fetch := KeyPair.Field("key_data").Fetch
	about := *operation
	about.Kind = &kind.Kind{Type: KeyPair.Type, Title: KeyPair.Title, Model: fetch.Model}
	answer, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: KeyPair.API.Path + url.PathEscape(result.ID.ValueString()) + "/" + fetch.Path})
	if err != nil {
		return diag.Diagnostics{about.Failed(err)}
	}
	var fields value.Fields
	if err := json.Unmarshal(answer, &fields); err != nil {
		return diag.Diagnostics{about.OtherObject("it is no JSON object")}
	}
	if wrong := plain.Attributes(fields, map[string]*types.String{fetch.Key: &result.KeyData}); wrong != nil {
		return diag.Diagnostics{about.Mismatched(wrong)}
	}
	if result.KeyData.ValueString() == "" {
		return diag.Diagnostics{diag.NewErrorDiagnostic("No private key", "authentik has only the certificate, without a private key.")}
	}
	result.KeyData = types.StringValue(withLineEnd(result.KeyData.ValueString()))
	return nil
}

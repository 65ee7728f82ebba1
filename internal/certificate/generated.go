package certificate

import (
	"context"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/listvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64default"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/listplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	find "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// NewGenerated is a self-signed certificate whose key the server generates, so that it is
// in no state (POST /api/v3/crypto/certificatekeypairs/generate/). The result is an
// ordinary certificate-key pair, of which only the name can be changed.
func NewGenerated() resource.Resource { return &generated{} }

type generated struct{ plain.Resource }

var (
	_ resource.ResourceWithConfigure   = (*generated)(nil)
	_ resource.ResourceWithImportState = (*generated)(nil)
)

// pair is the state.
type pair struct {
	ID           types.String `tfsdk:"id"`
	Name         types.String `tfsdk:"name"`
	CommonName   types.String `tfsdk:"common_name"`
	Alternatives types.List   `tfsdk:"subject_alt_names"`
	Days         types.Int64  `tfsdk:"validity_days"`
	Algorithm    types.String `tfsdk:"alg"`
	Fingerprint  types.String `tfsdk:"fingerprint256"`
	Expiry       types.String `tfsdk:"expiry"`
}

// generatedKind is what messages need to know.
var generatedKind = kind.Kind{
	Type: "certificate_key_pair_generated", Title: "generated certificate-key pair", Model: KeyPair.Model,
	Fields: []kind.Field{
		{Name: "name", Type: kind.String},
		{Name: "common_name", Type: kind.String},
		{Name: "subject_alt_names", API: "subject_alt_name", Type: kind.String},
		{Name: "validity_days", Type: kind.Int},
		{Name: "alg", Type: kind.String},
	},
}

const rsa = "rsa"

// algorithms are those of keys, and the first release with each (documents of authentik
// 2024.4 and 2026.2); "" for all.
var algorithms = []struct{ name, since string }{{rsa, ""}, {"ecdsa", "2024.4.0"}, {"ed25519", "2026.2.0"}, {"ed448", "2026.2.0"}}

const defaultDays = 365

func (*generated) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_certificate_key_pair_generated"
}

func (*generated) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	text := []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true})}
	replaced := []planmodifier.String{stringplanmodifier.RequiresReplace()}
	kept := []planmodifier.String{stringplanmodifier.UseStateForUnknown()}
	var names []string
	for _, algorithm := range algorithms {
		names = append(names, algorithm.name)
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lets authentik generate a self-signed certificate and its private key, which never leaves the server. Use it to sign tokens or assertions. `authentik_certificate_key_pair` manages a certificate from elsewhere.\n\nThe token's user needs the permissions `" +
			KeyPair.Permission("view") + "`, `" + KeyPair.Permission("add") + "`, `" + KeyPair.Permission("change") + "` and `" + KeyPair.Permission("delete") + "`.",
		Attributes: map[string]schema.Attribute{
			"id":          schema.StringAttribute{Computed: true, PlanModifiers: kept, MarkdownDescription: "UUID of the pair, by which other objects refer to it."},
			"name":        schema.StringAttribute{Optional: true, Computed: true, PlanModifiers: kept, Validators: text, MarkdownDescription: "Name of the pair, unique. Default: `common_name`."},
			"common_name": schema.StringAttribute{Required: true, PlanModifiers: replaced, Validators: text, MarkdownDescription: "Common name of the certificate, and until it is renamed the name of the pair. Another value replaces the pair."},
			"subject_alt_names": schema.ListAttribute{
				Optional: true, ElementType: types.StringType, PlanModifiers: []planmodifier.List{listplanmodifier.RequiresReplace()},
				Validators:          []validator.List{listvalidator.SizeAtLeast(1), listvalidator.ValueStringsAre(stringvalidator.RegexMatches(hostName, "must be a host name without whitespace and commas"))},
				MarkdownDescription: "Host names that the certificate is valid for. Another value replaces the pair.",
			},
			"validity_days": schema.Int64Attribute{
				Optional: true, Computed: true, Default: int64default.StaticInt64(defaultDays), PlanModifiers: []planmodifier.Int64{int64planmodifier.RequiresReplace()},
				Validators:          []validator.Int64{int64validator.AtLeast(1)},
				MarkdownDescription: "How long the certificate is valid, in days. authentik does not renew it: `terraform apply -replace=...` does. Default: `365`. Another value replaces the pair.",
			},
			"alg": schema.StringAttribute{
				Optional: true, Computed: true, Default: stringdefault.StaticString(rsa), PlanModifiers: replaced, Validators: []validator.String{stringvalidator.OneOf(names...)},
				MarkdownDescription: "Algorithm of the key: `rsa`, `ecdsa` (since authentik 2024.4), `ed25519` or `ed448` (both since authentik 2026.2). Default: `rsa`. Another value replaces the pair.",
			},
			"fingerprint256": schema.StringAttribute{Computed: true, PlanModifiers: kept, MarkdownDescription: "SHA-256 fingerprint of the certificate."},
			"expiry":         schema.StringAttribute{Computed: true, PlanModifiers: kept, MarkdownDescription: "When the certificate expires (RFC 3339)."},
		},
	}
}

// ImportState reads the UUID of a pair, or `name=` and its name. Read completes the
// arguments from the certificate.
func (g *generated) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	id, byUUID := value.CanonicalUUID(req.ID)
	name, byName := strings.CutPrefix(req.ID, "name=")
	switch {
	case byUUID:
	case byName && name != "":
		found, diagnostics := g.named(ctx, name)
		resp.Diagnostics.Append(diagnostics...)
		id = found
	default:
		resp.Diagnostics.AddError("Invalid import ID", "Import a generated certificate-key pair by its UUID or by `name=<name>`.")
	}
	if !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("id"), id)...)
	}
}

// named is the UUID of the pair of the name.
func (g *generated) named(ctx context.Context, name string) (string, diag.Diagnostics) {
	api, diagnostics := g.Connection.API()
	if diagnostics.HasError() {
		return "", diagnostics
	}
	operation := diagnostic.New(ctx, g.Connection, &KeyPair, diagnostic.View, lookup.Terms{{Attribute: "name", Value: name}})
	found, failure := find.Find(ctx, api, g.Connection, operation)
	if failure != nil {
		return "", diag.Diagnostics{failure}
	}
	var id types.String
	if wrong := plain.Attributes(found, map[string]*types.String{"pk": &id}); wrong != nil {
		return "", diag.Diagnostics{operation.Mismatched(wrong)}
	}
	return id.ValueString(), nil
}

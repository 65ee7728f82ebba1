package providers

import (
	"context"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/samlmetadata"
)

// NewSAMLMetadataFunction is the provider-defined function `saml_metadata`: what the
// metadata of a service provider says, for the arguments of a SAML provider. It needs no
// server.
func NewSAMLMetadataFunction() function.Function { return &samlMetadataFunction{} }

type samlMetadataFunction struct{}

// serviceProvider is the result.
type serviceProvider struct {
	EntityID      types.String `tfsdk:"entity_id"`
	ACSURL        types.String `tfsdk:"acs_url"`
	ACSBinding    types.String `tfsdk:"sp_binding"`
	SLSURL        types.String `tfsdk:"sls_url"`
	SLSBinding    types.String `tfsdk:"sls_binding"`
	Signing       types.String `tfsdk:"signing_certificate"`
	Encryption    types.String `tfsdk:"encryption_certificate"`
	NameIDFormats []string     `tfsdk:"name_id_formats"`
	SignsRequests bool         `tfsdk:"authn_requests_signed"`
	WantsSigned   bool         `tfsdk:"want_assertions_signed"`
}

func (*samlMetadataFunction) Metadata(_ context.Context, _ function.MetadataRequest, resp *function.MetadataResponse) {
	resp.Name = "saml_metadata"
}

func (*samlMetadataFunction) Definition(_ context.Context, _ function.DefinitionRequest, resp *function.DefinitionResponse) {
	resp.Definition = function.Definition{
		Summary: "Reads the SAML metadata of an application",
		MarkdownDescription: "Reads the SAML 2.0 metadata of an application (a service provider) into an object with what a resource `authentik_provider_saml` needs, so that a plan shows it:\n\n" +
			"- `entity_id`: its entity ID, usually the `audience`.\n" +
			"- `acs_url` and `sp_binding`: where responses are sent, and whether by `redirect` or `post`.\n" +
			"- `sls_url` and `sls_binding`: the same of logout requests; null where it has no such URL.\n" +
			"- `signing_certificate` and `encryption_certificate`: its certificates in PEM, for a resource `authentik_certificate_key_pair`; null where it has none. Of several, the first one.\n" +
			"- `name_id_formats`: the formats of the name ID that it knows, URIs.\n" +
			"- `authn_requests_signed` and `want_assertions_signed`: whether it signs requests, and whether it wants signed assertions.\n\n" +
			"The metadata may have " + strconv.Itoa(samlmetadata.MaxSize>>20) + " MiB at most. A signature of it is not verified: read it from a file, or by HTTPS from a server that you trust.",
		Parameters: []function.Parameter{
			function.StringParameter{Name: "xml", MarkdownDescription: "Metadata as XML, such as `file(\"metadata.xml\")`."},
		},
		Return: function.ObjectReturn{AttributeTypes: map[string]attr.Type{
			"entity_id": types.StringType, "acs_url": types.StringType, "sp_binding": types.StringType, "sls_url": types.StringType, "sls_binding": types.StringType,
			"signing_certificate": types.StringType, "encryption_certificate": types.StringType, "name_id_formats": types.ListType{ElemType: types.StringType},
			"authn_requests_signed": types.BoolType, "want_assertions_signed": types.BoolType,
		}},
	}
}

func (*samlMetadataFunction) Run(ctx context.Context, req function.RunRequest, resp *function.RunResponse) {
	var document string
	if resp.Error = req.Arguments.Get(ctx, &document); resp.Error != nil {
		return
	}
	parsed, err := samlmetadata.Parse(document)
	if err != nil {
		resp.Error = function.NewArgumentFuncError(0, "Cannot read the SAML metadata: "+err.Error()+".")
		return
	}
	resp.Error = resp.Result.Set(ctx, serviceProvider{
		EntityID: types.StringValue(parsed.EntityID), ACSURL: types.StringValue(parsed.ACSURL), ACSBinding: types.StringValue(parsed.ACSBinding),
		SLSURL: orNull(parsed.SLSURL), SLSBinding: orNull(parsed.SLSBinding),
		Signing: orNull(parsed.Signing), Encryption: orNull(parsed.Encryption),
		NameIDFormats: append([]string{}, parsed.NameIDFormats...), SignsRequests: parsed.SignsRequests, WantsSigned: parsed.WantsSignedAssertions,
	})
}

// orNull is null for an empty string.
func orNull(text string) types.String {
	if text == "" {
		return types.StringNull()
	}
	return types.StringValue(text)
}

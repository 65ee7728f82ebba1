package providers

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
)

// NewSAMLMetadata is what the application of a SAML provider has to know
// (GET /api/v3/providers/saml/{id}/metadata/).
func NewSAMLMetadata() datasource.DataSource {
	return &metadata{of: &SAML, protocol: "SAML"}
}

// NewWSFederationMetadata is what the application of a WS-Federation provider has to know
// (GET /api/v3/providers/wsfed/{id}/metadata/).
func NewWSFederationMetadata() datasource.DataSource {
	return &metadata{of: &WSFederation, protocol: "federation"}
}

// metadata is the data source for a kind of providers.
type metadata struct {
	plain.DataSource

	of       *kind.Kind
	protocol string
}

var (
	_ datasource.DataSourceWithConfigure      = (*metadata)(nil)
	_ datasource.DataSourceWithValidateConfig = (*metadata)(nil)
)

// metadataState is the state. The names are goauthentik/authentik's.
type metadataState struct {
	ID         types.String `tfsdk:"id"`
	Name       types.String `tfsdk:"name"`
	ProviderID types.Int64  `tfsdk:"provider_id"`
	Metadata   types.String `tfsdk:"metadata"`
}

func (d *metadata) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + d.of.Type + "_metadata"
}

func (d *metadata) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads the " + d.protocol + " metadata of " + d.of.A() + ", which the application has to know: entity ID, URLs and certificate. The URLs begin as the `url` of this Terraform provider does.\n\n" +
			"There is none while no application has the provider. Where the same configuration manages the application, add `depends_on` with it. The token's user needs the permission `" + d.of.Permission("view") + "`.",
		Attributes: map[string]schema.Attribute{
			"id":       schema.StringAttribute{Computed: true, MarkdownDescription: "ID of the provider."},
			byName:     schema.StringAttribute{Optional: true, Computed: true, Validators: nameOnly(), MarkdownDescription: aboutName},
			byProvider: schema.Int64Attribute{Optional: true, Computed: true, MarkdownDescription: aboutProvider},
			"metadata": schema.StringAttribute{Computed: true, MarkdownDescription: "Metadata as XML."},
		},
	}
}

func (*metadata) ValidateConfig(ctx context.Context, req datasource.ValidateConfigRequest, resp *datasource.ValidateConfigResponse) {
	var config metadataState
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	(&chosen{config.Name, config.ProviderID}).validate(&resp.Diagnostics)
}

func (d *metadata) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var state metadataState
	resp.Diagnostics.Append(req.Config.Get(ctx, &state)...)
	if resp.Diagnostics.HasError() {
		return
	}
	which := chosen{state.Name, state.ProviderID}
	api, _, operation, diagnostics := which.find(ctx, d.Connection, d.of)
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	id := strconv.FormatInt(which.id.ValueInt64(), 10)
	xml, err := document(ctx, api, d.of.API.Path+id+"/metadata/")
	switch {
	case err != nil:
		resp.Diagnostics.Append(operation.Failed(err))
		return
	case xml == "":
		resp.Diagnostics.AddError("No application has the provider",
			"The metadata has the application's URLs, so that there is none before an application has the provider. Where the same configuration manages the application, add `depends_on` with it.")
		return
	}
	state.ID, state.Name, state.ProviderID, state.Metadata = types.StringValue(id), which.name, which.id, types.StringValue(xml)
	resp.Diagnostics.Append(resp.State.Set(ctx, state)...)
}

// document reads the metadata, empty where no application has the provider: up to 2025.12
// the server answers with an empty string then, and later that there is no such object.
func document(ctx context.Context, api *client.Client, path string) (string, error) {
	raw, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: path})
	if failure, ok := errors.AsType[*client.Error](err); ok && failure.NotFound() {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	var answer struct {
		Metadata string `json:"metadata"`
	}
	if err := json.Unmarshal(raw, &answer); err != nil {
		return "", errors.New("the metadata is not in the form that the API document has")
	}
	return answer.Metadata, nil
}

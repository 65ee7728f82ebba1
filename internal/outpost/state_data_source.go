package outpost

import (
	"context"
	"encoding/json"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// NewConnectionState is whether authentik reaches a service connection
// (/api/v3/outposts/service_connections/all/{uuid}/state/).
func NewConnectionState() datasource.DataSource { return &connectionState{} }

type connectionState struct {
	plain.DataSource
}

var _ datasource.DataSourceWithConfigure = (*connectionState)(nil)

func (*connectionState) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_service_connection_state"
}

func (*connectionState) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Whether authentik reaches the Docker engine or Kubernetes cluster of a service connection. The server remembers the answer for a few minutes.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				Required:            true,
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true, Refers: reference.ServiceConnection})},
				MarkdownDescription: "UUID of the service connection.",
			},
			"healthy": schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether authentik reaches it."},
			"version": schema.StringAttribute{Computed: true, MarkdownDescription: "Version of the engine or cluster, empty if it is not reached."},
		},
	}
}

func (d *connectionState) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var state struct {
		ID      types.String `tfsdk:"id"`
		Healthy types.Bool   `tfsdk:"healthy"`
		Version types.String `tfsdk:"version"`
	}
	resp.Diagnostics.Append(req.Config.Get(ctx, &state)...)
	if resp.Diagnostics.HasError() {
		return
	}
	var answer struct {
		Healthy bool   `json:"healthy"`
		Version string `json:"version"`
	}
	id := state.ID.ValueString()
	operation := diagnostic.New(ctx, d.Connection, &AnyConnection, diagnostic.View, lookup.ByID(id))
	resp.Diagnostics.Append(plain.Get(ctx, d.Connection, operation, AnyConnection.API.Path+url.PathEscape(id)+"/state/", nil, &answer)...)
	if resp.Diagnostics.HasError() {
		return
	}
	state.Healthy, state.Version = types.BoolValue(answer.Healthy), types.StringValue(answer.Version)
	resp.Diagnostics.Append(resp.State.Set(ctx, state)...)
}

// NewDefaultSettings is the configuration that a new outpost starts from
// (/api/v3/outposts/instances/default_settings/).
func NewDefaultSettings() datasource.DataSource { return &defaultSettings{} }

type defaultSettings struct {
	plain.DataSource
}

var _ datasource.DataSourceWithConfigure = (*defaultSettings)(nil)

func (*defaultSettings) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_outpost_default_settings"
}

func (*defaultSettings) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "The configuration that a new outpost starts from, with all keys that the server's release has.",
		Attributes: map[string]schema.Attribute{
			"config": schema.StringAttribute{Computed: true, MarkdownDescription: "Configuration, a JSON object for `jsondecode()`. `authentik_host` is the URL under which the provider reaches authentik."},
		},
	}
}

func (d *defaultSettings) Read(ctx context.Context, _ datasource.ReadRequest, resp *datasource.ReadResponse) {
	var answer struct {
		Config json.RawMessage `json:"config"`
	}
	operation := diagnostic.New(ctx, d.Connection, &Outpost, diagnostic.View, lookup.ByID("default_settings"))
	resp.Diagnostics.Append(plain.Get(ctx, d.Connection, operation, Outpost.API.Path+Outpost.Field("config").Initial, nil, &answer)...)
	if resp.Diagnostics.HasError() {
		return
	}
	config, _ := value.NormalJSON(answer.Config)
	resp.Diagnostics.Append(resp.State.Set(ctx, struct {
		Config types.String `tfsdk:"config"`
	}{types.StringValue(config)})...)
}

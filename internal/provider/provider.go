// Package provider is the Terraform provider for authentik: its configuration,
// which becomes a client, and the list of the objects that it offers.
package provider

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// Name is the provider's name, with which every type's name begins.
const Name = "authentik"

// Address is the provider's address in the registry. This is its only place.
const Address = "registry.terraform.io/authentik-iac/" + Name

type authentikProvider struct {
	version string
	// firstRetry is the client's, 0 for its default.
	firstRetry time.Duration
	// schemas returns the schemas of the described kinds, nil to have them computed.
	schemas func() *schema.Set
	// connected is what Configure led to, for internal/server.
	connected *atomic.Pointer[connection.Connection]
}

var (
	_ provider.Provider                   = (*authentikProvider)(nil)
	_ provider.ProviderWithValidateConfig = (*authentikProvider)(nil)

	_ provider.ProviderWithEphemeralResources = (*authentikProvider)(nil)
	_ provider.ProviderWithFunctions          = (*authentikProvider)(nil)
)

func (p *authentikProvider) Metadata(_ context.Context, _ provider.MetadataRequest, resp *provider.MetadataResponse) {
	resp.TypeName = Name
	resp.Version = p.version
}

func (p *authentikProvider) Schema(_ context.Context, _ provider.SchemaRequest, resp *provider.SchemaResponse) {
	resp.Schema = configurationSchema()
}

// ValidateConfig finds what is wrong with the values that are given, so that
// `terraform validate` shows it. What is missing is told by Configure, since
// validation may run where the environment lacks the server's address.
func (p *authentikProvider) ValidateConfig(ctx context.Context, req provider.ValidateConfigRequest, resp *provider.ValidateConfigResponse) {
	var written configuration
	resp.Diagnostics.Append(req.Config.Get(ctx, &written)...)
	if resp.Diagnostics.HasError() {
		return
	}
	written.settings(ctx, &resp.Diagnostics)
}

// Configure makes the client. Nothing is sent to the server.
func (p *authentikProvider) Configure(ctx context.Context, req provider.ConfigureRequest, resp *provider.ConfigureResponse) {
	var written configuration
	resp.Diagnostics.Append(req.Config.Get(ctx, &written)...)
	if resp.Diagnostics.HasError() {
		return
	}
	connected := &connection.Connection{Unknown: written.unknown()}
	settings := written.settings(ctx, &resp.Diagnostics)
	if len(connected.Unknown) == 0 {
		settings.requireAddress(&resp.Diagnostics)
	}
	settings.warnOfInsecure(&resp.Diagnostics)
	connected.IncumbentDefaults = settings.incumbentDefaults
	switch {
	case resp.Diagnostics.HasError():
		return
	case len(connected.Unknown) > 0 && req.ClientCapabilities.DeferralAllowed:
		resp.Deferred = &provider.Deferred{Reason: provider.DeferredReasonProviderConfigUnknown}
	case len(connected.Unknown) == 0:
		settings.UserAgent = "terraform-provider-authentik/" + p.version + " Terraform/" + req.TerraformVersion
		settings.FirstRetry = p.firstRetry
		connected.Client = client.New(settings.Config)
	}
	resp.DataSourceData = connected
	resp.ResourceData = connected
	resp.EphemeralResourceData = connected
	p.connected.Store(connected)
}

// DataSources are those that are not described kinds.
func (*authentikProvider) DataSources(context.Context) []func() datasource.DataSource {
	return plainDataSources()
}

// Resources are those that are not described kinds.
func (*authentikProvider) Resources(context.Context) []func() resource.Resource {
	return plainResources()
}

// EphemeralResources hand out secrets without a state.
func (*authentikProvider) EphemeralResources(context.Context) []func() ephemeral.EphemeralResource {
	return ephemeralResources()
}

// Functions are the provider-defined functions.
func (*authentikProvider) Functions(context.Context) []func() function.Function { return functions() }

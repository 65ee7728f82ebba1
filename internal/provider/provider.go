// Package provider is the Terraform provider for authentik: its configuration,
// which becomes a client, and the list of the objects that it offers.
package provider

import (
	"context"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// Name is the provider's name, with which every type's name begins.
const Name = "authentik"

// Address is the provider's address in the registry. This is its only place.
const Address = "registry.terraform.io/authentik-iac/" + Name

// New returns what makes the provider for a plugin server. The version is that of
// the build, `dev` for none.
func New(version string) func() provider.Provider {
	return func() provider.Provider { return &authentikProvider{version: version} }
}

type authentikProvider struct {
	version string
}

var (
	_ provider.Provider                   = (*authentikProvider)(nil)
	_ provider.ProviderWithValidateConfig = (*authentikProvider)(nil)
	_ provider.ProviderWithListResources  = (*authentikProvider)(nil)
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
	connection := &object.Connection{Unknown: written.unknown()}
	settings := written.settings(ctx, &resp.Diagnostics)
	if len(connection.Unknown) == 0 {
		settings.requireAddress(&resp.Diagnostics)
	}
	settings.warnOfInsecure(&resp.Diagnostics)
	switch {
	case resp.Diagnostics.HasError():
		return
	case len(connection.Unknown) > 0 && req.ClientCapabilities.DeferralAllowed:
		resp.Deferred = &provider.Deferred{Reason: provider.DeferredReasonProviderConfigUnknown}
	case len(connection.Unknown) == 0:
		settings.UserAgent = "terraform-provider-authentik/" + p.version + " Terraform/" + req.TerraformVersion
		connection.Client = client.New(settings.Config)
	}
	resp.DataSourceData = connection
	resp.ResourceData = connection
	resp.ListResourceData = connection
}

func (p *authentikProvider) DataSources(context.Context) []func() datasource.DataSource {
	var sources []func() datasource.DataSource
	for _, description := range Objects() {
		sources = append(sources,
			func() datasource.DataSource { return object.NewDataSource(description) },
			func() datasource.DataSource { return object.NewPluralDataSource(description) })
	}
	return sources
}

func (p *authentikProvider) Resources(context.Context) []func() resource.Resource {
	var resources []func() resource.Resource
	for _, description := range managed() {
		resources = append(resources, func() resource.Resource { return object.NewResource(description) })
	}
	return resources
}

func (p *authentikProvider) ListResources(context.Context) []func() list.ListResource {
	var resources []func() list.ListResource
	for _, description := range managed() {
		resources = append(resources, func() list.ListResource { return object.NewListResource(description) })
	}
	return resources
}

// managed are the objects that can be made and changed.
func managed() []*object.Object {
	return slices.DeleteFunc(Objects(), func(description *object.Object) bool { return description.ReadOnly })
}

package provider

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/core"
	"github.com/authentik-iac/terraform-provider-authentik/internal/source"
)

// plainResources are the resources that are not described kinds.
func plainResources() []func() resource.Resource {
	return []func() resource.Resource{
		core.NewGroupMembership,
	}
}

// plainDataSources are the data sources that are not described kinds.
func plainDataSources() []func() datasource.DataSource {
	return []func() datasource.DataSource{
		source.NewOAuthTypes,
		source.NewSAMLMetadata,
		source.NewSyncStatus,
	}
}

// ephemeralResources hand out secrets without a state.
func ephemeralResources() []func() ephemeral.EphemeralResource {
	return []func() ephemeral.EphemeralResource{
		source.NewSCIMToken,
	}
}

// functions are the provider-defined functions.
func functions() []func() function.Function { return nil }

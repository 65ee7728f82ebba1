package provider

import (
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/core"
	"github.com/authentik-iac/terraform-provider-authentik/internal/system"
)

// plainResources are the resources that are not described kinds.
func plainResources() []func() resource.Resource {
	return slices.Concat(
		[]func() resource.Resource{core.NewGroupMembership, core.NewBrandFlow},
		system.Resources(),
	)
}

// plainDataSources are the data sources that are not described kinds.
func plainDataSources() []func() datasource.DataSource { return slices.Concat(system.DataSources()) }

// ephemeralResources hand out secrets without a state.
func ephemeralResources() []func() ephemeral.EphemeralResource { return nil }

// functions are the provider-defined functions.
func functions() []func() function.Function { return nil }

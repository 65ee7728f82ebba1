package provider

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/certificate"
	"github.com/authentik-iac/terraform-provider-authentik/internal/core"
	"github.com/authentik-iac/terraform-provider-authentik/internal/endpoint"
	"github.com/authentik-iac/terraform-provider-authentik/internal/outpost"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/providers"
	"github.com/authentik-iac/terraform-provider-authentik/internal/rbac"
	"github.com/authentik-iac/terraform-provider-authentik/internal/source"
	"github.com/authentik-iac/terraform-provider-authentik/internal/system"
	"github.com/authentik-iac/terraform-provider-authentik/internal/task"
)

// plainResources are the resources that are not described kinds.
func plainResources() []func() resource.Resource {
	plainly := []func() resource.Resource{
		core.NewGroupMembership,
		core.NewBackchannelProvider,
		core.NewServiceAccount,
		core.NewUserPassword,
		core.NewBrandFlow,
		certificate.NewGenerated,
		rbac.NewMembership,
		rbac.NewGroupRole,
		func() resource.Resource { return rbac.NewPermissionRole(Kinds()) },
		outpost.NewProviderAttachment,
		system.NewFile,
		system.NewSettings,
	}
	for i, create := range plainly {
		plainly[i] = plain.Identified(create)
	}
	return plainly
}

// plainDataSources are the data sources that are not described kinds.
func plainDataSources() []func() datasource.DataSource {
	return []func() datasource.DataSource{
		core.NewApplicationAccess,
		core.NewUserMe,
		core.NewUserPaths,
		providers.NewOAuth2Config,
		providers.NewSAMLMetadata,
		providers.NewWSFederationMetadata,
		outpost.NewConnectionState,
		outpost.NewDefaultSettings,
		outpost.NewHealth,
		source.NewOAuthTypes,
		source.NewSAMLMetadata,
		source.NewSyncStatus,
		system.NewAdminApps,
		system.NewAdminModels,
		system.NewBlueprintFiles,
		system.NewConfig,
		system.NewCurrentBrand,
		system.NewEnterpriseInstallID,
		system.NewEnterpriseSummary,
		system.NewEventActions,
		system.NewFiles,
		system.NewGeoIPCountries,
		system.NewSystem,
		system.NewVersion,
		func() datasource.DataSource { return system.NewUsedBy(Kinds()) },
		system.ReadSettings,
		task.NewTasks,
	}
}

// ephemeralResources hand out secrets without a state.
func ephemeralResources() []func() ephemeral.EphemeralResource {
	return []func() ephemeral.EphemeralResource{
		certificate.NewPrivateKey,
		core.NewTokenKey,
		endpoint.NewEnrollmentTokenKey,
		providers.NewOAuth2Secret,
		outpost.NewToken,
		source.NewSCIMToken,
	}
}

// functions are the provider-defined functions.
func functions() []func() function.Function {
	return []func() function.Function{providers.NewSAMLMetadataFunction}
}

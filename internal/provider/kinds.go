package provider

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/blueprint"
	"github.com/authentik-iac/terraform-provider-authentik/internal/certificate"
	"github.com/authentik-iac/terraform-provider-authentik/internal/core"
	"github.com/authentik-iac/terraform-provider-authentik/internal/endpoint"
	"github.com/authentik-iac/terraform-provider-authentik/internal/enterprise"
	"github.com/authentik-iac/terraform-provider-authentik/internal/event"
	"github.com/authentik-iac/terraform-provider-authentik/internal/flow"
	"github.com/authentik-iac/terraform-provider-authentik/internal/governance"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/outpost"
	"github.com/authentik-iac/terraform-provider-authentik/internal/policy"
	"github.com/authentik-iac/terraform-provider-authentik/internal/propertymapping"
	"github.com/authentik-iac/terraform-provider-authentik/internal/providers"
	"github.com/authentik-iac/terraform-provider-authentik/internal/rbac"
	"github.com/authentik-iac/terraform-provider-authentik/internal/source"
	"github.com/authentik-iac/terraform-provider-authentik/internal/stage"
	"github.com/authentik-iac/terraform-provider-authentik/internal/task"
)

// Kinds are the described kinds of objects that the provider has, family by family.
func Kinds() []*kind.Kind {
	return slices.Concat(
		core.Kinds(),
		providers.Kinds(),
		outpost.Kinds(),
		policy.Kinds(),
		event.Kinds(),
		certificate.Kinds(),
		flow.Kinds(),
		stage.Kinds(),
		propertymapping.Kinds(),
		rbac.Kinds(),
		source.Kinds(),
		blueprint.Kinds(),
		task.Kinds(),
		enterprise.Kinds(),
		endpoint.Kinds(),
		governance.Kinds(),
	)
}

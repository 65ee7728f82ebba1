package provider

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/flow"
	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
	"github.com/authentik-iac/terraform-provider-authentik/internal/propertymapping"
	"github.com/authentik-iac/terraform-provider-authentik/internal/stage"
)

// Objects are all kinds of objects that the provider offers, family by family.
func Objects() []*object.Object {
	return slices.Concat(
		flow.Objects(),
		stage.Objects(),
		propertymapping.Objects(),
	)
}

// Package system holds what authentik's API has about the installation: its settings,
// uploaded files, and what the server itself knows. None of it is a collection of objects,
// so these are plain resources and data sources.
package system

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Resources are the family's resources.
func Resources() []func() resource.Resource {
	return []func() resource.Resource{NewSettings, NewFile}
}

// DataSources are the family's data sources.
func DataSources() []func() datasource.DataSource {
	found := []func() datasource.DataSource{NewFiles}
	for _, described := range []*kind.Kind{&settings, &currentBrand} {
		found = append(found, func() datasource.DataSource { return &single{kind: described} })
	}
	for _, described := range []*array{&eventActions, &adminApps, &adminModels, &geoIPCountries} {
		found = append(found, func() datasource.DataSource { return &listed{array: described} })
	}
	return found
}

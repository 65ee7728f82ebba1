// Package system holds what authentik's API has about the installation: its settings,
// uploaded files, and what the server itself knows. None of it is a collection of objects,
// so these are plain resources and data sources.
package system

import "github.com/hashicorp/terraform-plugin-framework/datasource"

// ReadSettings is the data source for the system settings.
func ReadSettings() datasource.DataSource { return &single{kind: &settings} }

// NewCurrentBrand is the data source for the brand that answers the provider's requests.
func NewCurrentBrand() datasource.DataSource { return &single{kind: &currentBrand} }

// NewEventActions is the data source for the actions that events can have.
func NewEventActions() datasource.DataSource { return &listed{array: &eventActions} }

// NewAdminApps is the data source for the apps of the server.
func NewAdminApps() datasource.DataSource { return &listed{array: &adminApps} }

// NewAdminModels is the data source for the models of the server.
func NewAdminModels() datasource.DataSource { return &listed{array: &adminModels} }

// NewGeoIPCountries is the data source for countries.
func NewGeoIPCountries() datasource.DataSource { return &listed{array: &geoIPCountries} }

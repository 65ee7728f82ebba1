// Package providers describes authentik's providers, which say how an application is
// signed in to. All share one table: their IDs are integers, and a name is unique over
// all types.
package providers

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind {
	return append([]*kind.Kind{
		&Any, &OAuth2, &OAuth2DCR, &SAML, &WSFederation, &Proxy, &LDAP, &Radius, &RAC, &RACEndpoint, &SCIM, &GoogleWorkspace, &MicrosoftEntra, &SSF,
	}, links()...)
}

// Family is the heading in the documentation.
const Family = "Providers"

// base are the fields of all providers (ProviderSerializer).
func base() []kind.Field {
	return []kind.Field{
		{Name: "pk", Description: "ID of the provider as the API names it; the same as `id`, as a number."},
		{Name: "name", Description: "Name of the provider, unique among providers of all types."},
		{Name: "component", Description: "Web component with which authentik's admin interface edits the provider."},
		{Name: "verbose_name", Description: "Name of the provider's type in the server's language."},
		{Name: "verbose_name_plural", Description: "Plural of `verbose_name`."},
		{Name: "meta_model_name", Description: "Type of the provider, `app.model`."},
		{Name: "assigned_application_slug", Description: "Slug of the application that has the provider."},
		{Name: "assigned_application_name", Description: "Name of the application that has the provider."},
		{Name: "assigned_backchannel_application_slug", Description: "Slug of the application that has the provider as a backchannel provider."},
		{Name: "assigned_backchannel_application_name", Description: "Name of the application that has the provider as a backchannel provider."},
	}
}

// signIn are the flows of providers that users sign in with.
func signIn() []kind.Field {
	return []kind.Field{
		{Name: "authentication_flow", Refers: reference.Flow, Description: "UUID of the flow for users who are not signed in yet. If not set, the brand's authentication flow is used."},
		{Name: "authorization_flow", Cascades: true, Refers: reference.Flow, Description: "UUID of the flow that authorizes users for the application."},
		{Name: "invalidation_flow", Refers: reference.Flow, Description: "UUID of the flow that signs users out of the application."},
	}
}

// mappings is the set of property mappings, which are those of one type.
func mappings(description string) kind.Field {
	return kind.Field{Name: "property_mappings", Refers: reference.PropertyMapping, Description: description}
}

// formerSources is a deprecated argument that goauthentik/authentik accepts and does not
// send. It is no field of the API under this name: older releases have one that
// `jwt_federation_sources` stands for.
func formerSources() kind.Field {
	return kind.Field{
		Name: "jwks_sources", API: "-", Type: kind.Set, Local: true, Hidden: true, Optional: true, NoDefault: true,
		Description: "Deprecated and without effect, as in goauthentik/authentik. Use `jwt_federation_sources`.",
	}
}

package propertymapping

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// ProviderScope is an OAuth2 scope (/api/v3/propertymappings/provider/scope/).
var ProviderScope = kind.Kind{
	Type: "property_mapping_provider_scope", Plural: "property_mappings_provider_scope", Title: "scope mapping", Family: Family,
	Summary: "A scope mapping says which claims an OAuth2 provider gives to a client that asks for a scope. Those for `openid`, `email` and `profile` come with authentik.",
	Model:   "authentik_providers_oauth2.scopemapping",
	API:     kind.Endpoint{Path: "/propertymappings/provider/scope/"},
	Lookups: lookups("scope_name"), Selects: []string{"name", "managed", "scope_name"}, Filters: []string{"name", "managed", "scope_name"}, ManagedList: true,
	Fields: fields("Python code that returns an object with claims. It can use `user`, `request`, `provider` and `token`.",
		kind.Field{Name: "scope_name", Description: "Scope that the client asks for. Several mappings may share a scope; a provider returns the claims of all that it has."},
		kind.Field{Name: "description", Description: "What the consent page says about the scope. If empty, the page does not mention it."},
	),
}

// ProviderSAML is a SAML attribute (/api/v3/propertymappings/provider/saml/).
var ProviderSAML = kind.Kind{
	Type: "property_mapping_provider_saml", Plural: "property_mappings_provider_saml", Title: "SAML provider mapping", Family: Family,
	Summary: "A SAML provider mapping adds an attribute to the assertions of a SAML provider.",
	Model:   "authentik_providers_saml.samlpropertymapping",
	API:     kind.Endpoint{Path: "/propertymappings/provider/saml/"},
	Lookups: lookups(), Selects: []string{"name", "managed", "saml_name", "friendly_name"}, Filters: []string{"name", "managed", "saml_name", "friendly_name"}, ManagedList: true,
	Fields: fields("Python code that returns the attribute's value, or a list of values. It can use `user`, `request` and `provider`.",
		kind.Field{Name: "saml_name", Description: "Name of the attribute: a URN OID, a schema reference or any other string."},
		kind.Field{Name: "friendly_name", Description: "Friendly name of the attribute; null for none."},
	),
}

// ProviderSCIM shapes users and groups (/api/v3/propertymappings/provider/scim/).
var ProviderSCIM = kind.Kind{
	Type: "property_mapping_provider_scim", Plural: "property_mappings_provider_scim", Title: "SCIM provider mapping", Family: Family,
	Summary: "A SCIM provider mapping shapes the users or groups that a SCIM provider sends.",
	Model:   "authentik_providers_scim.scimmapping",
	API:     kind.Endpoint{Path: "/propertymappings/provider/scim/"},
	Lookups: lookups(), Selects: []string{"name", "managed"}, Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields("Python code that returns a SCIM object, or part of one. It can use `user` or `group`, and `provider`."),
}

// ProviderRADIUS is what a RADIUS answer holds (/api/v3/propertymappings/provider/radius/).
var ProviderRADIUS = kind.Kind{
	Type: "property_mapping_provider_radius", Plural: "property_mappings_provider_radius", Title: "RADIUS provider mapping", Family: Family,
	Summary: "A RADIUS provider mapping adds attributes to a RADIUS provider's answers.",
	Model:   "authentik_providers_radius.radiusproviderpropertymapping",
	API:     kind.Endpoint{Path: "/propertymappings/provider/radius/"},
	Lookups: lookups(), Selects: []string{"name", "managed"}, Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields("Python code that adds attributes to `packet`. It can use `user` and `provider`."),
}

// ProviderRAC is settings of a connection (/api/v3/propertymappings/provider/rac/).
var ProviderRAC = kind.Kind{
	Type: "property_mapping_provider_rac", Plural: "property_mappings_provider_rac", Title: "RAC provider mapping", Family: Family,
	Summary: "A RAC provider mapping sets options of remote access connections, by user or endpoint.",
	Model:   "authentik_providers_rac.racpropertymapping",
	API:     kind.Endpoint{Path: "/propertymappings/provider/rac/"},
	Lookups: lookups(), Selects: []string{"name", "managed"}, Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields("Python code that returns an object with further settings, in addition to `settings`; empty for none. It can use `user`, `endpoint` and `provider`.",
		kind.Field{Name: "settings", API: "static_settings", Default: "{}", Confidential: true, Description: "JSON object with settings of the connection that do not depend on the user, such as `username`. They may contain passwords. The API's name of the field is `static_settings`."},
	),
}

// ProviderGoogleWorkspace shapes users and groups
// (/api/v3/propertymappings/provider/google_workspace/). It needs no license.
var ProviderGoogleWorkspace = kind.Kind{
	Type: "property_mapping_provider_google_workspace", Plural: "property_mappings_provider_google_workspace", Title: "Google Workspace provider mapping", Family: Family,
	Summary: "A Google Workspace provider mapping shapes the users or groups that a Google Workspace provider sends.",
	Model:   "authentik_providers_google_workspace.googleworkspaceprovidermapping",
	API:     kind.Endpoint{Path: "/propertymappings/provider/google_workspace/"},
	Lookups: lookups(), Selects: []string{"name", "managed"}, Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields("Python code that returns a user or a group of the Google Directory API, or part of one. It can use `user` or `group`, and `provider`."),
}

// ProviderMicrosoftEntra shapes users and groups
// (/api/v3/propertymappings/provider/microsoft_entra/). It needs no license.
var ProviderMicrosoftEntra = kind.Kind{
	Type: "property_mapping_provider_microsoft_entra", Plural: "property_mappings_provider_microsoft_entra", Title: "Microsoft Entra provider mapping", Family: Family,
	Summary: "A Microsoft Entra provider mapping shapes the users or groups that a Microsoft Entra provider sends.",
	Model:   "authentik_providers_microsoft_entra.microsoftentraprovidermapping",
	API:     kind.Endpoint{Path: "/propertymappings/provider/microsoft_entra/"},
	Lookups: lookups(), Selects: []string{"name", "managed"}, Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields("Python code that returns a user or a group of the Microsoft Graph API, or part of one. It can use `user` or `group`, and `provider`."),
}

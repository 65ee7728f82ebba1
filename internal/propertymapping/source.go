package propertymapping

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// shapes is what the expression of a source's mapping does.
const shapes = "Python code that returns an object with fields of the user or the group, such as `username` and `attributes`. It can use "

// SourceLDAP is for LDAP sources (/api/v3/propertymappings/source/ldap/). Up to 2024.6 an expression
// returns one value for `object_field`, later an object: no expression serves both.
var SourceLDAP = kind.Kind{
	Type: "property_mapping_source_ldap", Plural: "property_mappings_source_ldap", Title: "LDAP source mapping", Family: Family,
	Summary: "An LDAP source mapping turns entries of a directory into fields of authentik's users or groups.",
	Model:   "authentik_sources_ldap.ldapsourcepropertymapping",
	API:     kind.Endpoint{Path: "/propertymappings/source/ldap/"},
	Lookups: lookups(), Selects: []string{"name", "managed"}, Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields(shapes+"`ldap` and `dn`.",
		kind.Field{Name: "object_field", NoDefault: true, NotIncumbent: true, Description: "Field of the user or the group that the expression sets. The expression then returns a single value."},
	),
}

// SourceOAuth is for OAuth sources (/api/v3/propertymappings/source/oauth/).
var SourceOAuth = kind.Kind{
	Type: "property_mapping_source_oauth", Plural: "property_mappings_source_oauth", Title: "OAuth source mapping", Family: Family,
	Summary: "An OAuth source mapping turns what an OAuth source returns about a user into fields of authentik's users or groups.",
	Model:   "authentik_sources_oauth.oauthsourcepropertymapping",
	API:     kind.Endpoint{Path: "/propertymappings/source/oauth/"},
	Lookups: lookups(), Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields(shapes + "`info`, `client` and `token`."),
}

// SourceSAML is for SAML sources (/api/v3/propertymappings/source/saml/).
var SourceSAML = kind.Kind{
	Type: "property_mapping_source_saml", Plural: "property_mappings_source_saml", Title: "SAML source mapping", Family: Family,
	Summary: "A SAML source mapping turns assertions of a SAML source into fields of authentik's users or groups.",
	Model:   "authentik_sources_saml.samlsourcepropertymapping",
	API:     kind.Endpoint{Path: "/propertymappings/source/saml/"},
	Lookups: lookups(), Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields(shapes + "`root` and `name_id`."),
}

// SourceSCIM is for SCIM sources (/api/v3/propertymappings/source/scim/).
var SourceSCIM = kind.Kind{
	Type: "property_mapping_source_scim", Plural: "property_mappings_source_scim", Title: "SCIM source mapping", Family: Family,
	Summary: "A SCIM source mapping turns users or groups that a SCIM source receives into fields of authentik's users or groups.",
	Model:   "authentik_sources_scim.scimsourcepropertymapping",
	API:     kind.Endpoint{Path: "/propertymappings/source/scim/"},
	Lookups: lookups(), Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields(shapes + "`data`."),
}

// SourcePlex is for Plex sources (/api/v3/propertymappings/source/plex/).
var SourcePlex = kind.Kind{
	Type: "property_mapping_source_plex", Plural: "property_mappings_source_plex", Title: "Plex source mapping", Family: Family,
	Summary: "A Plex source mapping turns users of Plex into fields of authentik's users or groups.",
	Model:   "authentik_sources_plex.plexsourcepropertymapping",
	API:     kind.Endpoint{Path: "/propertymappings/source/plex/"},
	Lookups: lookups(), Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields(shapes + "`info` and `auth_api`."),
}

// SourceKerberos is for Kerberos sources (/api/v3/propertymappings/source/kerberos/).
var SourceKerberos = kind.Kind{
	Type: "property_mapping_source_kerberos", Plural: "property_mappings_source_kerberos", Title: "Kerberos source mapping", Family: Family,
	Summary: "A Kerberos source mapping turns principals of a Kerberos realm into fields of authentik's users or groups.",
	Model:   "authentik_sources_kerberos.kerberossourcepropertymapping",
	API:     kind.Endpoint{Path: "/propertymappings/source/kerberos/"},
	Lookups: lookups(), Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields(shapes + "`principal` and `principal_obj`."),
}

// SourceTelegram is for Telegram sources (/api/v3/propertymappings/source/telegram/).
var SourceTelegram = kind.Kind{
	Type: "property_mapping_source_telegram", Plural: "property_mappings_source_telegram", Title: "Telegram source mapping", Family: Family,
	Summary: "A Telegram source mapping turns users of Telegram into fields of authentik's users or groups.",
	Model:   "authentik_sources_telegram.telegramsourcepropertymapping",
	API:     kind.Endpoint{Path: "/propertymappings/source/telegram/"},
	Lookups: lookups(), Filters: []string{"name", "managed"}, ManagedList: true,
	Fields: fields(shapes + "`info`."),
}

package authentiktest

import (
	"maps"
	"slices"
)

// Paths of property mappings. All of them share one table.
const (
	allMappings   = "/propertymappings/all/"
	scopeMappings = "/propertymappings/provider/scope/"
	ldapMappings  = "/propertymappings/source/ldap/"
)

// mapping makes the model of a type of property mappings. Up to 2024.6 some had other names.
func mapping(component, verbose, meta string, before map[string]string) *model {
	known := &model{
		constants: values{"component": component, "verbose_name": verbose, "verbose_name_plural": verbose + "s", "meta_model_name": meta},
		unique: []uniqueness{
			{field: "name", scope: "property mapping", since: "2023.3.0", message: "Property Mapping with this name already exists."},
			{field: "managed", scope: "managed mapping", message: "Property Mapping with this Managed by authentik already exists."},
		},
		checks:  []check{expression},
		formats: map[string]format{"scope_name": withoutBlanks},
		aliases: map[string]string{"pm_uuid": "pk"},
		derived: make(computed),
		order:   []string{"name"}, search: []string{"name", "managed", "scope_name", "description"},
	}
	for name, earlier := range before {
		later := known.constants[name]
		known.derived[name] = func(s *Server, _ *row) any {
			if s.since("2024.8.0") {
				return later
			}
			return earlier
		}
	}
	return known
}

// mappingModels are the types of property mappings, except those for notifications.
func mappingModels() map[string]*model {
	earlier := func(kind, verbose string) map[string]string {
		return map[string]string{
			"component": "ak-property-mapping-" + kind + "-form", "verbose_name": verbose, "verbose_name_plural": verbose + "s",
		}
	}
	ofLDAP := earlier("ldap", "LDAP Property Mapping")
	ofLDAP["meta_model_name"] = "authentik_sources_ldap.ldappropertymapping"
	types := map[string]*model{
		"/propertymappings/provider/google_workspace/": mapping("ak-property-mapping-provider-google-workspace-form",
			"Google Workspace Provider Mapping", "authentik_providers_google_workspace.googleworkspaceprovidermapping", nil),
		"/propertymappings/provider/microsoft_entra/": mapping("ak-property-mapping-provider-microsoft-entra-form",
			"Microsoft Entra Provider Mapping", "authentik_providers_microsoft_entra.microsoftentraprovidermapping", nil),
		"/propertymappings/provider/rac/": mapping("ak-property-mapping-provider-rac-form",
			"RAC Provider Property Mapping", "authentik_providers_rac.racpropertymapping", earlier("rac", "RAC Property Mapping")),
		"/propertymappings/provider/radius/": mapping("ak-property-mapping-provider-radius-form",
			"Radius Provider Property Mapping", "authentik_providers_radius.radiusproviderpropertymapping", nil),
		"/propertymappings/provider/saml/": mapping("ak-property-mapping-provider-saml-form",
			"SAML Provider Property Mapping", "authentik_providers_saml.samlpropertymapping", earlier("saml", "SAML Property Mapping")),
		"/propertymappings/provider/scim/": mapping("ak-property-mapping-provider-scim-form",
			"SCIM Provider Mapping", "authentik_providers_scim.scimmapping", earlier("scim", "SCIM Mapping")),
		scopeMappings: mapping("ak-property-mapping-provider-scope-form",
			"Scope Mapping", "authentik_providers_oauth2.scopemapping", earlier("scope", "Scope Mapping")),
		ldapMappings: mapping("ak-property-mapping-source-ldap-form",
			"LDAP Source Property Mapping", "authentik_sources_ldap.ldapsourcepropertymapping", ofLDAP),
	}
	for _, source := range []struct{ name, verbose string }{
		{"kerberos", "Kerberos"}, {"oauth", "OAuth"}, {"plex", "Plex"}, {"saml", "SAML"}, {"scim", "SCIM"}, {"telegram", "Telegram"},
	} {
		types["/propertymappings/source/"+source.name+"/"] = mapping("ak-property-mapping-source-"+source.name+"-form",
			source.verbose+" Source Property Mapping", "authentik_sources_"+source.name+"."+source.name+"sourcepropertymapping", nil)
	}
	types[scopeMappings].order = []string{"scope_name", "name"}
	paths := append(slices.Sorted(maps.Keys(types)), mappings)
	return merged(types, map[string]*model{
		allMappings: {unites: paths, order: []string{"name"}, search: []string{"name"}, class: "PropertyMapping"},
	})
}

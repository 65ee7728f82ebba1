# The token's user needs the permission authentik_core.view_propertymapping.

# The property mappings of all types.
data "authentik_property_mappings" "all" {}

# Those of one type.
data "authentik_property_mappings" "scopes" {
  meta_model_name = "authentik_providers_oauth2.scopemapping"
}

# Those that a blueprint of authentik manages.
output "managed" {
  value = compact(data.authentik_property_mappings.all.objects[*].managed)
}

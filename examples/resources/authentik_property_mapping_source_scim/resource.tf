# The token's user needs these permissions:
# authentik_sources_scim.view_scimsourcepropertymapping
# authentik_sources_scim.add_scimsourcepropertymapping
# authentik_sources_scim.change_scimsourcepropertymapping
# authentik_sources_scim.delete_scimsourcepropertymapping

# The cost center of a user whom the other system sends.
resource "authentik_property_mapping_source_scim" "cost_center" {
  name       = "scim-cost-center"
  expression = <<-EOT
    return {
        "attributes": {"cost_center": data.get("costCenter")},
    }
  EOT
}

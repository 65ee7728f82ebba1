# The token's user needs these permissions:
# authentik_sources_oauth.view_oauthsourcepropertymapping
# authentik_sources_oauth.add_oauthsourcepropertymapping
# authentik_sources_oauth.change_oauthsourcepropertymapping
# authentik_sources_oauth.delete_oauthsourcepropertymapping

# The department of a user who signs in elsewhere.
resource "authentik_property_mapping_source_oauth" "department" {
  name       = "oauth-department"
  expression = <<-EOT
    return {
        "attributes": {"department": info.get("department")},
    }
  EOT
}

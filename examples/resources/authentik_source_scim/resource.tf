# The token's user needs these permissions:
# authentik_sources_scim.view_scimsource
# authentik_sources_scim.add_scimsource
# authentik_sources_scim.change_scimsource
# authentik_sources_scim.delete_scimsource

# Since authentik 2024.4. The HR system creates, changes and deletes users here.
resource "authentik_source_scim" "hr" {
  name               = "HR system"
  slug               = "hr"
  user_path_template = "staff"
}

# The URL to enter there; authentik_source_scim_token has the token.
output "scim_url" {
  value = authentik_source_scim.hr.scim_url
}

# The token's user needs these permissions:
# authentik_providers_oauth2.view_scopemapping
# authentik_providers_oauth2.add_scopemapping
# authentik_providers_oauth2.change_scopemapping
# authentik_providers_oauth2.delete_scopemapping

# Clients that ask for the scope `teams` get the user's groups.
resource "authentik_property_mapping_provider_scope" "teams" {
  name        = "teams"
  scope_name  = "teams"
  description = "Your teams"
  expression  = <<-EOT
    return {
        "teams": [group.name for group in request.user.ak_groups.all()],
    }
  EOT
}

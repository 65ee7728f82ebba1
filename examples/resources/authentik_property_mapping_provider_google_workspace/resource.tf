# The token's user needs these permissions:
# authentik_providers_google_workspace.view_googleworkspaceprovidermapping
# authentik_providers_google_workspace.add_googleworkspaceprovidermapping
# authentik_providers_google_workspace.change_googleworkspaceprovidermapping
# authentik_providers_google_workspace.delete_googleworkspaceprovidermapping

# New users have to change their password at Google.
resource "authentik_property_mapping_provider_google_workspace" "user" {
  name       = "google-change-password"
  expression = <<-EOT
    return {
        "changePasswordAtNextLogin": True,
    }
  EOT
}

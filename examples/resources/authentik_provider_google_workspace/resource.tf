# The token's user needs these permissions:
# authentik_providers_google_workspace.view_googleworkspaceprovider
# authentik_providers_google_workspace.add_googleworkspaceprovider
# authentik_providers_google_workspace.change_googleworkspaceprovider
# authentik_providers_google_workspace.delete_googleworkspaceprovider
# and, to find the mappings,
# authentik_providers_google_workspace.view_googleworkspaceprovidermapping

# Private key of the service account.
variable "private_key" {
  type      = string
  sensitive = true
}

# Mappings that come with authentik.
data "authentik_property_mapping_provider_google_workspace" "user" {
  managed = "goauthentik.io/providers/google_workspace/user"
}

data "authentik_property_mapping_provider_google_workspace" "group" {
  managed = "goauthentik.io/providers/google_workspace/group"
}

# Needs an enterprise license.
resource "authentik_provider_google_workspace" "workspace" {
  name              = "workspace"
  delegated_subject = "admin@example.com"
  credentials = jsonencode({
    type         = "service_account"
    client_email = "authentik@example.iam.gserviceaccount.com"
    private_key  = var.private_key
    token_uri    = "https://oauth2.googleapis.com/token"
  })
  default_group_email_domain = "example.com"
  user_delete_action         = "suspend"
  property_mappings          = [data.authentik_property_mapping_provider_google_workspace.user.id]
  property_mappings_group    = [data.authentik_property_mapping_provider_google_workspace.group.id]
}

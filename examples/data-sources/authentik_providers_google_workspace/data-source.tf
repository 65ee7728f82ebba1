# The token's user needs the permission
# authentik_providers_google_workspace.view_googleworkspaceprovider.

# All of them, with all secrets kept out of the state.
data "authentik_providers_google_workspace" "all" {
  omit_secrets = true
}

# Those whose name contains a string.
data "authentik_providers_google_workspace" "some" {
  search       = "workspace"
  omit_secrets = true
}

# The IDs by name.
output "ids" {
  value = { for provider in data.authentik_providers_google_workspace.all.objects : provider.name => provider.id }
}

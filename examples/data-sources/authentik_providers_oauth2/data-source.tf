# The token's user needs the permission
# authentik_providers_oauth2.view_oauth2provider.

# All of them, with all secrets kept out of the state.
data "authentik_providers_oauth2" "all" {
  omit_secrets = true
}

# Those whose name contains a string.
data "authentik_providers_oauth2" "some" {
  search       = "wiki"
  omit_secrets = true
}

# The IDs by name.
output "ids" {
  value = { for provider in data.authentik_providers_oauth2.all.objects : provider.name => provider.id }
}

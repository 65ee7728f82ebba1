# The token's user needs the permission
# authentik_providers_oauth2.view_oauth2dynamicclientregistration.

# All of them.
data "authentik_provider_oauth2_dcrs" "all" {}

# The UUIDs by oauth2_provider.
output "ids" {
  value = { for registration in data.authentik_provider_oauth2_dcrs.all.objects : registration.oauth2_provider => registration.id }
}

# The token's user needs the permission
# authentik_core.view_applicationentitlement.

# All of them.
data "authentik_application_entitlements" "all" {}

# Those with name = "Agent".
data "authentik_application_entitlements" "some" {
  name = "Agent"
}

# Their UUIDs.
output "ids" {
  value = data.authentik_application_entitlements.some.ids
}

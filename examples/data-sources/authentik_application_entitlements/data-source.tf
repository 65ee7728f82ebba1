# The token's user needs the permission
# authentik_core.view_applicationentitlement.

# All of them.
data "authentik_application_entitlements" "all" {}

# Those whose name contains a string.
data "authentik_application_entitlements" "some" {
  search = "Agent"
}

# Their UUIDs.
output "ids" {
  value = data.authentik_application_entitlements.some.ids
}

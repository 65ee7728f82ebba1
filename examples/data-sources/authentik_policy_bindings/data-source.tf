# The token's user needs the permission
# authentik_policies.view_policybinding.

# All of them.
data "authentik_policy_bindings" "all" {}

# Those with order = 0.
data "authentik_policy_bindings" "some" {
  order = 0
}

# Their UUIDs.
output "ids" {
  value = data.authentik_policy_bindings.some.ids
}

# The token's user needs the permission authentik_policies.view_policy.

# A policy of any type by name.
data "authentik_policy" "by_name" {
  name = "example-policy"
}

output "bound_to" {
  value = data.authentik_policy.by_name.bound_to
}

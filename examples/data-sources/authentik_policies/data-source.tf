# The token's user needs the permission authentik_policies.view_policy.

# The policies of all types.
data "authentik_policies" "all" {}

# Those that nothing uses.
output "unused" {
  value = [for policy in data.authentik_policies.all.objects : policy.name if policy.bound_to == 0]
}

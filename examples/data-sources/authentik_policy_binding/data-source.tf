# The token's user needs these permissions:
# authentik_policies.view_policybinding
# authentik_core.view_group

data "authentik_group" "engineering" {
  name = "engineering"
}

# By target and group. Where the target has several bindings of the group, give the order
# too.
data "authentik_policy_binding" "engineering" {
  target = "4c6d1f0a-95b7-4a52-8f1e-6d0b3c7a2e91"
  group  = data.authentik_group.engineering.id
}

output "is_enabled" {
  value = data.authentik_policy_binding.engineering.enabled
}

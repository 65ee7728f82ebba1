# The token's user needs the permission authentik_policies.view_policybinding.

# By UUID. With `target` and one of `policy`, `group` and `user`, by what it binds.
data "authentik_policy_binding" "engineering" {
  id = "b4cbc1c5-bc14-4999-916d-5454f17b650f"
}

output "is_enabled" {
  value = data.authentik_policy_binding.engineering.enabled
}

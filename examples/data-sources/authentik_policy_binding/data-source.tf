# The token's user needs the permission authentik_policies.view_policybinding.

# By target and group; `policy` or `user` in place of `group` for other bindings.
data "authentik_policy_binding" "developers" {
  target = "5b0f3a52-2d0c-4c9f-8a63-6f0c1f8f4e21"
  group  = "0d1c2b3a-4958-4766-8594-a3b2c1d0e0f1"
}

output "order" {
  value = data.authentik_policy_binding.developers.order
}

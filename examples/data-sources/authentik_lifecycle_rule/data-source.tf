# The token's user needs the permission authentik_lifecycle.view_lifecyclerule.

# By name.
data "authentik_lifecycle_rule" "roles" {
  name = "Roles"
}

output "interval" {
  value = data.authentik_lifecycle_rule.roles.interval
}

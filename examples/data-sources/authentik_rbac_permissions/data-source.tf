# The token's user needs the permission auth.view_permission.

# What a role can be permitted to do with flows.
data "authentik_rbac_permissions" "flows" {
  model = "flow"
  app   = "authentik_flows"
}

output "permissions" {
  value = data.authentik_rbac_permissions.flows.objects[*].codename
}

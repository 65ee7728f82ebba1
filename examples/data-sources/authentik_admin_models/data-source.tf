# The token's user needs no permission.

data "authentik_admin_models" "all" {}

# What the model `authentik_core.user` is called in authentik's interface.
output "label" {
  value = one([for each in data.authentik_admin_models.all.models : each.label if each.name == "authentik_core.user"])
}

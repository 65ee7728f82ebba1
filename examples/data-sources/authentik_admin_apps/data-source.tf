# The token's user needs no permission.

data "authentik_admin_apps" "all" {}

# What the app `authentik.core` is called in authentik's interface.
output "label" {
  value = one([for each in data.authentik_admin_apps.all.apps : each.label if each.name == "authentik.core"])
}

# The token's user needs the permission authentik_outposts.view_outpost.

data "authentik_outpost_default_settings" "all" {}

output "keys" {
  value = keys(jsondecode(data.authentik_outpost_default_settings.all.config))
}

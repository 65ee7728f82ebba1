# The token's user needs no permission.

data "authentik_config" "server" {}

output "is_enterprise" {
  value = contains(data.authentik_config.server.capabilities, "is_enterprise")
}

# The token's user needs the permission authentik_rbac.view_system_info.

data "authentik_version" "server" {}

# Refuses servers that are too old for a configuration.
check "release" {
  assert {
    condition     = tonumber(split(".", data.authentik_version.server.version_current)[0]) >= 2025
    error_message = "authentik ${data.authentik_version.server.version_current} is too old."
  }
}

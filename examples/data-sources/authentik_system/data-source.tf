# The token's user needs the permission authentik_rbac.view_system_info.

data "authentik_system" "server" {}

output "python" {
  value = data.authentik_system.server.runtime.python_version
}

# The token's user needs the permission authentik_sources_kerberos.view_userkerberossourceconnection.

# All of them; `source` and `user` or `group` narrow them down.
data "authentik_source_user_connections_kerberos" "all" {}

output "ids" {
  value = data.authentik_source_user_connections_kerberos.all.ids
}

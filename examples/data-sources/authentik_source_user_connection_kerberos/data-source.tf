# The token's user needs the permission authentik_sources_kerberos.view_userkerberossourceconnection.

# Who is this at the source? `source` is the source's `uuid`.
data "authentik_source_user_connection_kerberos" "one" {
  source     = "c4a97d15-0e3b-4f86-b2d8-7f6c91e05a3b"
  identifier = "jane@CORP.EXAMPLE.COM"
}

output "user" {
  value = data.authentik_source_user_connection_kerberos.one.user
}

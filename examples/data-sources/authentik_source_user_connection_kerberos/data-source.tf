# The token's user needs the permission authentik_sources_kerberos.view_userkerberossourceconnection.

data "authentik_source" "corp" {
  slug = "corp"
}

# Who is this at the source?
data "authentik_source_user_connection_kerberos" "one" {
  source     = data.authentik_source.corp.uuid
  identifier = "jane@CORP.EXAMPLE.COM"
}

output "user" {
  value = data.authentik_source_user_connection_kerberos.one.user
}

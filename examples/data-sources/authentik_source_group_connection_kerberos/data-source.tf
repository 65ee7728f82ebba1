# The token's user needs the permission authentik_sources_kerberos.view_groupkerberossourceconnection.

data "authentik_source" "corp" {
  slug = "corp"
}

# Who is this at the source?
data "authentik_source_group_connection_kerberos" "one" {
  source     = data.authentik_source.corp.uuid
  identifier = "developers"
}

output "group" {
  value = data.authentik_source_group_connection_kerberos.one.group
}

# The token's user needs the permission authentik_sources_ldap.view_groupldapsourceconnection.

# Who is this at the source? `source` is the source's `uuid`.
data "authentik_source_group_connection_ldap" "one" {
  source     = "c4a97d15-0e3b-4f86-b2d8-7f6c91e05a3b"
  identifier = "S-1-5-21-3623811015-3361044348-30300820-2001"
}

output "group" {
  value = data.authentik_source_group_connection_ldap.one.group
}

# The token's user needs the permission authentik_sources_ldap.view_groupldapsourceconnection.

data "authentik_source" "directory" {
  slug = "directory"
}

# Who is this at the source?
data "authentik_source_group_connection_ldap" "one" {
  source     = data.authentik_source.directory.uuid
  identifier = "S-1-5-21-3623811015-3361044348-30300820-2001"
}

output "group" {
  value = data.authentik_source_group_connection_ldap.one.group
}

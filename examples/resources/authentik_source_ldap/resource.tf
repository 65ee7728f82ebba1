# The token's user needs these permissions:
# authentik_sources_ldap.view_ldapsource
# authentik_sources_ldap.add_ldapsource
# authentik_sources_ldap.change_ldapsource
# authentik_sources_ldap.delete_ldapsource

variable "bind_password" {
  description = "Password of the account that authentik binds as."
  type        = string
  sensitive   = true
}

# `property_mappings` are UUIDs of LDAP source mappings.
resource "authentik_source_ldap" "directory" {
  name                    = "Directory"
  slug                    = "directory"
  server_uri              = "ldaps://ldap.example.com"
  bind_cn                 = "cn=authentik,ou=services,dc=example,dc=com"
  bind_password           = var.bind_password
  base_dn                 = "dc=example,dc=com"
  additional_user_dn      = "ou=people"
  additional_group_dn     = "ou=groups"
  user_object_filter      = "(objectClass=inetOrgPerson)"
  group_object_filter     = "(objectClass=groupOfNames)"
  object_uniqueness_field = "entryUUID"
  sync_users_password     = false
  property_mappings       = ["0b9a5c7e-3f1d-4c8a-9e62-5d7b8f40a1c3"]
  property_mappings_group = ["6f2d8e14-7a5b-4b39-8c01-e94d3a6b5f72"]
}

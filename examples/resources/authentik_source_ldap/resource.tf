# The token's user needs these permissions:
# authentik_sources_ldap.view_ldapsource
# authentik_sources_ldap.add_ldapsource
# authentik_sources_ldap.change_ldapsource
# authentik_sources_ldap.delete_ldapsource
# authentik_sources_ldap.view_ldapsourcepropertymapping

variable "bind_password" {
  description = "Password of the account that authentik binds as."
  type        = string
  sensitive   = true
}

# Since authentik 2024.8 one mapping can set several fields.
resource "authentik_property_mapping_source_ldap" "person" {
  name       = "directory: person"
  expression = <<-EOT
    return {
        "username": list_flatten(ldap.get("uid")),
        "name": list_flatten(ldap.get("cn")),
        "email": list_flatten(ldap.get("mail")),
    }
  EOT
}

resource "authentik_property_mapping_source_ldap" "group" {
  name       = "directory: group"
  expression = <<-EOT
    return {"name": list_flatten(ldap.get("cn"))}
  EOT
}

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
  property_mappings       = [authentik_property_mapping_source_ldap.person.id]
  property_mappings_group = [authentik_property_mapping_source_ldap.group.id]
}

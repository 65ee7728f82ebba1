# The token's user needs these permissions:
# authentik_sources_ldap.view_ldapsourcepropertymapping
# authentik_sources_ldap.add_ldapsourcepropertymapping
# authentik_sources_ldap.change_ldapsourcepropertymapping
# authentik_sources_ldap.delete_ldapsourcepropertymapping

# Since authentik 2024.8. Up to 2024.6 set `object_field = "email"` and return the value
# alone.
resource "authentik_property_mapping_source_ldap" "mail" {
  name       = "ldap-mail"
  expression = <<-EOT
    return {
        "email": ldap.get("mail"),
    }
  EOT
}

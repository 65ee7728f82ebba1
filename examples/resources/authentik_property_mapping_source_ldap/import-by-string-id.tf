import {
  to = authentik_property_mapping_source_ldap.mail
  id = "name=ldap-mail" # or the UUID
}

import {
  to = authentik_provider_ldap.directory
  id = "name=directory" # or the ID
}

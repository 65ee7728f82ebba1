import {
  to = authentik_provider_ldap.directory
  identity = {
    id = "80"
  }
}

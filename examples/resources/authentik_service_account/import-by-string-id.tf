import {
  to = authentik_service_account.ldap_search
  id = "name=ldap-search"
}

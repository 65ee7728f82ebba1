import {
  to = authentik_service_account.ldap_search
  identity = {
    id = "12"
  }
}

import {
  to = authentik_source_ldap.directory
  identity = {
    uuid = "6bc3f7da-ef1c-432a-a7b6-8f6c219ed460"
  }
}

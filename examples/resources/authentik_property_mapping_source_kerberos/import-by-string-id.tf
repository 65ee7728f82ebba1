import {
  to = authentik_property_mapping_source_kerberos.username
  id = "name=kerberos-username" # or the UUID
}

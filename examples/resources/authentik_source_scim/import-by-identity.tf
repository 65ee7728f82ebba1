import {
  to = authentik_source_scim.hr
  identity = {
    uuid = "74af7963-bbdb-43bd-bddc-15a12cc74994"
  }
}

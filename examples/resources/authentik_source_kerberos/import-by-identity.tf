import {
  to = authentik_source_kerberos.corp
  identity = {
    uuid = "0fb9893f-4663-4bf7-8afe-f8a302405cc1"
  }
}

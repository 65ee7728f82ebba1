import {
  to = authentik_source_telegram.members
  identity = {
    uuid = "2f3fbdef-81b1-447f-b6e5-fd946ab85037"
  }
}

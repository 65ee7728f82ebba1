import {
  to = authentik_endpoints_device_access_group.berlin
  identity = {
    id = "577f7ff4-a52c-4dac-8612-7359c3726149"
  }
}

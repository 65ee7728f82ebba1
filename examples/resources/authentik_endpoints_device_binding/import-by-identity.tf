import {
  to = authentik_endpoints_device_binding.engineering
  identity = {
    id = "6ab8ba95-0bcb-466a-907e-1fb3a75ec0ff"
  }
}

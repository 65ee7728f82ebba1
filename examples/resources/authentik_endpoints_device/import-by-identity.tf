import {
  to = authentik_endpoints_device.microscope
  identity = {
    id = "c8fe8553-659e-4395-9c19-6a7087219b8d"
  }
}

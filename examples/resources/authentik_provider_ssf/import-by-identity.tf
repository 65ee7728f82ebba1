import {
  to = authentik_provider_ssf.devices
  identity = {
    id = "247"
  }
}

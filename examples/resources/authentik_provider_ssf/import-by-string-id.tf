import {
  to = authentik_provider_ssf.devices
  id = "name=devices" # or the ID
}

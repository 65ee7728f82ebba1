import {
  to = authentik_endpoints_device.microscope
  id = "name=microscope-1" # or the UUID
}

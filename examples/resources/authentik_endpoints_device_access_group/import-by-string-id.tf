import {
  to = authentik_endpoints_device_access_group.berlin
  id = "name=Berlin office" # or the UUID
}

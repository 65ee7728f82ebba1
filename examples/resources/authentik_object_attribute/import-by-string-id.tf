import {
  to = authentik_object_attribute.cost_center
  id = "object_type=authentik_core.user,key=cost_center" # or the UUID
}

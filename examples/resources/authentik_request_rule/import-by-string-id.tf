import {
  to = authentik_request_rule.owners
  id = "name=Owners decide" # or the UUID
}

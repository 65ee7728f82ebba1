import {
  to = authentik_stage_redirect.change
  identity = {
    id = "c90126ad-fa73-413f-9fc4-c761fd22000f"
  }
}

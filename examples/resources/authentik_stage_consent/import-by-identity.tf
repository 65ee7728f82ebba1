import {
  to = authentik_stage_consent.quarterly
  identity = {
    id = "f626f80f-41c9-470f-8aac-cff67dceeda6"
  }
}

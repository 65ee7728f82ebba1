import {
  to = authentik_stage_identification.login
  identity = {
    id = "4cbab1cc-3ad9-46f0-8851-e5d3347fbe1a"
  }
}

import {
  to = authentik_stage_dummy.placeholder
  identity = {
    id = "8a5b00cc-dfd0-40ae-b2b7-ee396cd4614e"
  }
}

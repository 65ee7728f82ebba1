import {
  to = authentik_stage_source.partner
  identity = {
    id = "27636ef1-9e5b-4956-ac59-327870ca2883"
  }
}

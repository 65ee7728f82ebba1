import {
  to = authentik_stage_deny.no_access
  identity = {
    id = "5699e52b-0cba-48b9-aa41-f73bd0eb43fe"
  }
}

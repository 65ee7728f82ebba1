import {
  to = authentik_stage_user_delete.leave
  identity = {
    id = "d6d67bed-7404-41a1-83d0-9c56da892c48"
  }
}

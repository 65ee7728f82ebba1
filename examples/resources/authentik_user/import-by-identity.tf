import {
  to = authentik_user.ada
  identity = {
    id = "5"
  }
}

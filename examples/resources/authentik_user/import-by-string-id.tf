import {
  to = authentik_user.ada
  id = "username=ada" # or the ID, or email=ada@example.com
}

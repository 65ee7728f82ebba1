import {
  to = authentik_invitation.partner
  identity = {
    id = "a3013c08-2c75-4dc9-9359-8c3baac1afa1"
  }
}

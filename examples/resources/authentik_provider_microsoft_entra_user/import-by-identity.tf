import {
  to = authentik_provider_microsoft_entra_user.grace
  identity = {
    id = "ee600645-ad1f-4df9-b5e0-caa93cc823e3"
  }
}

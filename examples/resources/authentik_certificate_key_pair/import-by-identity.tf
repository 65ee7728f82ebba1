import {
  to = authentik_certificate_key_pair.authority
  identity = {
    id = "de8b7d8a-77e0-49bd-b8de-54ab2f9b1d58"
  }
}

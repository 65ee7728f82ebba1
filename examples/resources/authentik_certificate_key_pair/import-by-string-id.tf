import {
  to = authentik_certificate_key_pair.authority
  id = "name=client-authority" # or the UUID
}

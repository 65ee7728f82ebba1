import {
  to = authentik_certificate_key_pair_generated.signing
  id = "name=token-signing"
}

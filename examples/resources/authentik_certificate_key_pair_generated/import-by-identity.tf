import {
  to = authentik_certificate_key_pair_generated.signing
  identity = {
    id = "ad936fcb-ed63-4fa6-be05-c3ea03953905"
  }
}

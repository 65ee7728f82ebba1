import {
  to = authentik_stage_mutual_tls.certificate
  id = "name=client-certificate" # or the UUID
}

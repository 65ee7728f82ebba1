import {
  to = authentik_stage_mutual_tls.certificate
  identity = {
    id = "d4462232-859a-4010-b810-f388116ca174"
  }
}

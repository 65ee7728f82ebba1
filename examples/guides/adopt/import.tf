# The names are those of your stages.
import {
  to = authentik_stage_authenticator_sms.sms
  id = "name=authenticator-sms"
}

import {
  to = authentik_stage_authenticator_static.static
  id = "name=authenticator-static"
}

import {
  to = authentik_stage_authenticator_totp.totp
  id = "name=authenticator-totp"
}

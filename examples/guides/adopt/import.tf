import {
  to = authentik_stage_authenticator_sms.sms
  id = "name=default-authenticator-sms-setup"
}

import {
  to = authentik_stage_authenticator_static.static
  id = "name=default-authenticator-static-setup"
}

import {
  to = authentik_stage_authenticator_totp.totp
  id = "name=default-authenticator-totp-setup"
}

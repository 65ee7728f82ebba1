import {
  to = authentik_stage_authenticator_sms.twilio
  id = "name=authenticator-sms-setup" # or the UUID
}

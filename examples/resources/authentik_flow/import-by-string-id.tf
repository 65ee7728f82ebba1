import {
  to = authentik_flow.sms
  id = "authenticator-sms-setup" # or the UUID, or name=Text message setup
}

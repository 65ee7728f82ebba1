import {
  to = authentik_stage_authenticator_sms.twilio
  identity = {
    id = "5f2d7b1e-6c0a-4f43-9b8e-2d1c7a90e3f4"
  }
}

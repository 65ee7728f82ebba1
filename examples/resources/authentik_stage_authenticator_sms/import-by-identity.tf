import {
  to = authentik_stage_authenticator_sms.twilio
  identity = {
    id = "023cef97-dedb-4174-84aa-ce3587a62d8b"
  }
}

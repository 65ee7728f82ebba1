import {
  to = authentik_stage_captcha.turnstile
  id = "name=captcha" # or the UUID
}

import {
  to = authentik_stage_captcha.turnstile
  identity = {
    id = "0e784ac0-3282-4a60-ae03-ecba1195490b"
  }
}

# By name.
terraform import authentik_stage_captcha.turnstile "name=captcha"

# By UUID.
terraform import authentik_stage_captcha.turnstile 0e784ac0-3282-4a60-ae03-ecba1195490b

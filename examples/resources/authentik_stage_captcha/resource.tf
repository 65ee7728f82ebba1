# The token's user needs these permissions:
# authentik_stages_captcha.view_captchastage
# authentik_stages_captcha.add_captchastage
# authentik_stages_captcha.change_captchastage
# authentik_stages_captcha.delete_captchastage

# The secret is kept in the state.
variable "captcha_private_key" {
  type      = string
  sensitive = true
}

# Cloudflare Turnstile.
resource "authentik_stage_captcha" "turnstile" {
  name        = "captcha"
  public_key  = "0x4AAAAAAA0000000000000"
  private_key = var.captcha_private_key
  js_url      = "https://challenges.cloudflare.com/turnstile/v0/api.js"
  api_url     = "https://challenges.cloudflare.com/turnstile/v0/siteverify"
}

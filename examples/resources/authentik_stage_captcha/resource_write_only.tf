# The token's user needs these permissions:
# authentik_stages_captcha.view_captchastage
# authentik_stages_captcha.add_captchastage
# authentik_stages_captcha.change_captchastage
# authentik_stages_captcha.delete_captchastage

# The secret is neither in the plan nor in the state (Terraform 1.11).
variable "turnstile_key" {
  type      = string
  sensitive = true
  ephemeral = true
}

resource "authentik_stage_captcha" "enrollment" {
  name       = "captcha-enrollment"
  public_key = "0x4AAAAAAA0000000000000"
  js_url     = "https://challenges.cloudflare.com/turnstile/v0/api.js"
  api_url    = "https://challenges.cloudflare.com/turnstile/v0/siteverify"

  # Raise the version to send a new key.
  private_key_wo         = var.turnstile_key
  private_key_wo_version = 1
}

# The token's user needs the permission
# authentik_stages_captcha.view_captchastage.

# By name.
data "authentik_stage_captcha" "captcha" {
  name = "captcha"
}

# The key that browsers see.
output "captcha_public_key" {
  value = data.authentik_stage_captcha.captcha.public_key
}

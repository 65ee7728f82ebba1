# The token's user needs the permission
# authentik_stages_captcha.view_captchastage.

# All of them.
data "authentik_stages_captcha" "all" {}

# Those with public_key = "0x4AAAAAAA0000000000000".
data "authentik_stages_captcha" "some" {
  public_key = "0x4AAAAAAA0000000000000"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_captcha.all.objects : stage.name => stage.id }
}

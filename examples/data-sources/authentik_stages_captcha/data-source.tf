# The token's user needs the permission
# authentik_stages_captcha.view_captchastage.

# All of them.
data "authentik_stages_captcha" "all" {}

# Those whose name contains a string.
data "authentik_stages_captcha" "some" {
  search = "captcha"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_captcha.all.objects : stage.name => stage.id }
}

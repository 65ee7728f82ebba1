# The token's user needs the permission
# authentik_stages_password.view_passwordstage.

# All of them.
data "authentik_stages_password" "all" {}

# Those with failed_attempts_before_cancel = 3.
data "authentik_stages_password" "some" {
  failed_attempts_before_cancel = 3
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_password.all.objects : stage.name => stage.id }
}

# The token's user needs the permission
# authentik_stages_email.view_emailstage.

# All of them.
data "authentik_stages_email" "all" {}

# Those with use_global_settings = true.
data "authentik_stages_email" "some" {
  use_global_settings = true
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_email.all.objects : stage.name => stage.id }
}

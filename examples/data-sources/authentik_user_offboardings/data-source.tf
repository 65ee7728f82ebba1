# The token's user needs the permission
# authentik_lifecycle.view_useroffboarding.

# All of them.
data "authentik_user_offboardings" "all" {}

# Those with action = "deactivate".
data "authentik_user_offboardings" "some" {
  action = "deactivate"
}

# Their UUIDs.
output "ids" {
  value = data.authentik_user_offboardings.some.ids
}

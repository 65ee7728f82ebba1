# The token's user needs the permission
# authentik_stages_authenticator_duo.view_authenticatorduostage.

# All of them.
data "authentik_stages_authenticator_duo" "all" {}

# Those whose name contains a string.
data "authentik_stages_authenticator_duo" "some" {
  search = "authenticator"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_authenticator_duo.all.objects : stage.name => stage.id }
}

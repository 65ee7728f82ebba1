# The token's user needs the permission
# authentik_stages_authenticator_static.view_authenticatorstaticstage.

# All of them.
data "authentik_stages_authenticator_static" "all" {}

# Those whose name contains a string.
data "authentik_stages_authenticator_static" "some" {
  search = "authenticator"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_authenticator_static.all.objects : stage.name => stage.id }
}

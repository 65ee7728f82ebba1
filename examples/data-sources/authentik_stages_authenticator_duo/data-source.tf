# The token's user needs the permission
# authentik_stages_authenticator_duo.view_authenticatorduostage.

# All of them.
data "authentik_stages_authenticator_duo" "all" {}

# Those with api_hostname = "api-00000000.duosecurity.com".
data "authentik_stages_authenticator_duo" "some" {
  api_hostname = "api-00000000.duosecurity.com"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_authenticator_duo.all.objects : stage.name => stage.id }
}

# The token's user needs the permission
# authentik_stages_authenticator_endpoint_gdtc.view_authenticatorendpointgdtcstage.

# All of them, with all secrets kept out of the state.
data "authentik_stages_authenticator_endpoint_gdtc" "all" {
  omit_secrets = true
}

# Those whose name contains a string.
data "authentik_stages_authenticator_endpoint_gdtc" "some" {
  search       = "authenticator"
  omit_secrets = true
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_authenticator_endpoint_gdtc.all.objects : stage.name => stage.id }
}

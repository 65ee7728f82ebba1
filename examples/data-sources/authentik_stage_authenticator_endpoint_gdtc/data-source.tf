# The token's user needs the permission
# authentik_stages_authenticator_endpoint_gdtc.view_authenticatorendpointgdtcstage.

# By name, with the credentials kept out of the state.
data "authentik_stage_authenticator_endpoint_gdtc" "gdtc" {
  name         = "authenticator-endpoint-gdtc"
  omit_secrets = true
}

# The slugs of the flows that the stage is bound to.
output "gdtc_flows" {
  value = data.authentik_stage_authenticator_endpoint_gdtc.gdtc.flow_set[*].slug
}

# The token's user needs these permissions:
# authentik_stages_authenticator_endpoint_gdtc.view_authenticatorendpointgdtcstage
# authentik_stages_authenticator_endpoint_gdtc.add_authenticatorendpointgdtcstage
# authentik_stages_authenticator_endpoint_gdtc.change_authenticatorendpointgdtcstage
# authentik_stages_authenticator_endpoint_gdtc.delete_authenticatorendpointgdtcstage

# The key is kept in the state.
variable "gdtc_private_key" {
  type      = string
  sensitive = true
}

# Needs authentik 2024.10 and an enterprise licence.
resource "authentik_stage_authenticator_endpoint_gdtc" "chrome" {
  name = "authenticator-endpoint-gdtc"

  # What the service account's key file has.
  credentials = jsonencode({
    type         = "service_account"
    client_email = "device-trust@example.iam.gserviceaccount.com"
    private_key  = var.gdtc_private_key
  })
}

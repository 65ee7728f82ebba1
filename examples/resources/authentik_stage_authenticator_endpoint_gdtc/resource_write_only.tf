# The token's user needs these permissions:
# authentik_stages_authenticator_endpoint_gdtc.view_authenticatorendpointgdtcstage
# authentik_stages_authenticator_endpoint_gdtc.add_authenticatorendpointgdtcstage
# authentik_stages_authenticator_endpoint_gdtc.change_authenticatorendpointgdtcstage
# authentik_stages_authenticator_endpoint_gdtc.delete_authenticatorendpointgdtcstage

# The key is neither in the plan nor in the state (Terraform 1.11).
variable "gdtc_rotated_key" {
  type      = string
  sensitive = true
  ephemeral = true
}

# Needs authentik 2024.10 and an enterprise licence.
resource "authentik_stage_authenticator_endpoint_gdtc" "managed_devices" {
  name = "authenticator-endpoint-gdtc-managed"

  # Raise the version to send a new key.
  credentials_wo = jsonencode({
    type         = "service_account"
    client_email = "device-trust@example.iam.gserviceaccount.com"
    private_key  = var.gdtc_rotated_key
  })
  credentials_wo_version = 1
}

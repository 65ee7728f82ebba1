# The token's user needs these permissions:
# authentik_endpoints_connectors_agent.view_enrollmenttoken
# authentik_endpoints_connectors_agent.view_enrollment_token_key

variable "enrollment_token" {
  description = "UUID of the enrollment token."
  type        = string
}

# Since authentik 2025.12.
ephemeral "authentik_endpoints_enrollment_token_key" "laptops" {
  enrollment_token = var.enrollment_token
}

# For a device management that Terraform sets up: a write-only argument keeps the key out
# of the state.
resource "kubernetes_secret_v1" "enrollment" {
  metadata {
    name = "enrollment"
  }
  data_wo = {
    key = ephemeral.authentik_endpoints_enrollment_token_key.laptops.key
  }
  data_wo_revision = 1
}

# What authentik does with those who come back: the flows of every new server.
data "authentik_flow" "authentication" {
  slug = "default-source-authentication"
}

data "authentik_flow" "enrollment" {
  slug = "default-source-enrollment"
}

# Users are called in authentik as in Entra ID, without the domain.
resource "authentik_property_mapping_source_oauth" "user" {
  count      = var.has_mappings ? 1 : 0
  name       = "entra-id: user"
  expression = <<-EOT
    return {"username": info.get("mail", info.get("userPrincipalName", "")).split("@")[0]}
  EOT
}

resource "authentik_source_oauth" "entra" {
  name                = "Entra ID"
  slug                = "entra-id"
  provider_type       = var.provider_type
  oidc_well_known_url = "https://login.microsoftonline.com/${var.tenant_id}/v2.0/.well-known/openid-configuration"
  consumer_key        = var.client_id
  consumer_secret     = var.client_secret
  authentication_flow = data.authentik_flow.authentication.uuid
  enrollment_flow     = data.authentik_flow.enrollment.uuid
  property_mappings   = authentik_property_mapping_source_oauth.user[*].id

  # To keep the secret out of the state (Terraform 1.11), with `ephemeral = true` in the
  # variable. Raise the version to send a new one.
  # consumer_secret_wo         = var.client_secret
  # consumer_secret_wo_version = 1
}

# To enter in Entra ID as a redirect URI of the type Web.
output "redirect_uri" {
  value = authentik_source_oauth.entra.callback_uri
}

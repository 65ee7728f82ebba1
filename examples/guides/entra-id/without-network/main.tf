# The same for a server that cannot fetch Microsoft's documents while the source is
# written: nothing is left to fetch.
resource "authentik_source_oauth" "entra" {
  name              = "Entra ID"
  slug              = "entra-id"
  provider_type     = "openidconnect"
  authorization_url = "https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/authorize"
  access_token_url  = "https://login.microsoftonline.com/${var.tenant_id}/oauth2/v2.0/token"
  profile_url       = "https://graph.microsoft.com/oidc/userinfo"
  oidc_jwks         = file(var.keys)
  consumer_key      = var.client_id
  consumer_secret   = var.client_secret
}

variable "tenant_id" {
  description = "Directory (tenant) ID in Entra ID."
  type        = string
}

variable "client_id" {
  description = "Application (client) ID of the registration."
  type        = string
}

variable "client_secret" {
  description = "Value of a client secret of the registration."
  type        = string
  sensitive   = true
}

variable "keys" {
  description = "File with what https://login.microsoftonline.com/<tenant>/discovery/v2.0/keys returns."
  type        = string
}

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

variable "provider_type" {
  description = "Type of the source: `entraid`, or `azuread` up to authentik 2025.6."
  type        = string
  default     = "entraid"
}

variable "has_mappings" {
  description = "Whether the server has mappings of OAuth sources, as it does since authentik 2024.8."
  type        = bool
  default     = true
}

variable "grafana_url" {
  description = "URL of Grafana, without a slash at the end."
  type        = string
  default     = "https://grafana.example.com"
}

variable "entitlements" {
  description = "Whether the server has application entitlements, since authentik 2024.12. Without them the groups decide on the role."
  type        = bool
  default     = true
}

variable "logout_flow" {
  description = "Whether providers have a flow for signing out, since authentik 2024.10."
  type        = bool
  default     = true
}

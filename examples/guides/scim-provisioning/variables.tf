variable "scim_url" {
  description = "Base URL of the SCIM server."
  type        = string
  default     = "https://chat.example.com/scim/v2"
}

variable "token" {
  description = "Token for the SCIM server. It is kept out of plan and state."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "token_version" {
  description = "To be increased with each new token, so that Terraform sends it."
  type        = number
  default     = 1
}

variable "dry_run" {
  description = "Whether authentik only says what it would do. authentik has no such setting before 2025.4; there it must be null."
  type        = bool
  default     = true
}

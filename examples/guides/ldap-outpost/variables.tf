variable "auth_url" {
  description = "URL under which the outpost reaches authentik."
  type        = string
  default     = "https://auth.example.com"
}

variable "base_dn" {
  description = "Distinguished name below which programs find users and groups."
  type        = string
  default     = "DC=example,DC=com"
}

variable "bind_password" {
  description = "Password of the user with which programs bind and search."
  type        = string
  sensitive   = true
}

variable "log_level" {
  description = "How much the outpost writes to its log."
  type        = string
  default     = "info"
}

variable "unbind_flow" {
  description = "Slug of the flow that an unbind runs through. authentik has no such setting before 2024.10; there it must be null."
  type        = string
  default     = "default-provider-invalidation-flow"
}

variable "search_permission" {
  description = "Whether searching needs a permission, as it does since authentik 2024.8."
  type        = bool
  default     = true
}

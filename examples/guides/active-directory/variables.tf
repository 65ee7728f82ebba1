variable "server_uri" {
  description = "URI of a domain controller, such as ldaps://dc1.corp.example.com; several are separated by commas."
  type        = string
}

variable "base_dn" {
  description = "Distinguished name of the domain, such as DC=corp,DC=example,DC=com."
  type        = string
}

variable "bind_cn" {
  description = "Distinguished name of the account that authentik binds as."
  type        = string
}

variable "bind_password" {
  description = "Password of that account."
  type        = string
  sensitive   = true
}

variable "sets_single_fields" {
  description = "Whether a mapping sets a single field, as it does up to authentik 2024.6."
  type        = bool
  default     = false
}

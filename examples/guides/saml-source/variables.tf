variable "idp_certificate" {
  description = "File with the certificate, in PEM format, that the identity provider signs with."
  type        = string
}

variable "sso_url" {
  description = "URL of the identity provider to which users are sent."
  type        = string
}

variable "map_groups" {
  description = "Whether groups in the assertion become groups of authentik. It needs authentik 2024.8."
  type        = bool
  default     = true
}

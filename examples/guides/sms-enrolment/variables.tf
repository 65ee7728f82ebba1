variable "gateway_url" {
  description = "URL that messages are posted to."
  type        = string
}

variable "gateway_token" {
  description = "Token that the gateway asks for."
  type        = string
  sensitive   = true
}

variable "sender" {
  description = "Phone number or name that messages are sent from."
  type        = string
}

variable "require_sign_in" {
  description = "Whether only signed-in users may enter the flow. authentik has no such setting before 2022.12; there it must be false."
  type        = bool
  default     = true
}

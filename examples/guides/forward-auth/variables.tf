variable "auth_url" {
  description = "URL under which users reach authentik, which is in the domain."
  type        = string
  default     = "https://auth.example.com"
}

variable "domain" {
  description = "Domain that all applications are in."
  type        = string
  default     = "example.com"
}

variable "session" {
  description = "How long a session lasts before authentik is asked again."
  type        = string
  default     = "hours=8"
}

variable "invalidation_flow" {
  description = "Slug of the flow that signs users out. authentik has no such setting of a provider before 2024.10; there it must be null."
  type        = string
  default     = "default-provider-invalidation-flow"
}

variable "account" {
  description = "ID of the cloud account."
  type        = string
  default     = "123456789012"
}

variable "roles" {
  description = "Role in the cloud account, by the name of the group whose members have it."
  type        = map(string)
  default = {
    "Cloud administrators" = "Admin"
    "Cloud auditors"       = "ReadOnly"
  }
}

variable "session" {
  description = "How long a session in the console lasts."
  type        = string
  default     = "hours=8"
}

variable "invalidation_flow" {
  description = "Slug of the flow that signs users out. authentik has no such setting of a provider before 2024.10; there it must be null."
  type        = string
  default     = "default-provider-invalidation-flow"
}

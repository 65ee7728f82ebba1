variable "password_length" {
  description = "How long passwords must be, in characters."
  type        = number
  default     = 12
}

variable "contact" {
  description = "Email address of the team."
  type        = string
  default     = "engineering@example.com"
}

variable "read_policy" {
  description = "Whether the policy that the blueprint creates is read."
  type        = bool
  default     = true
}

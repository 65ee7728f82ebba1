variable "sms_auth" {
  description = "Auth token or user name of the SMS gateway."
  type        = string
  sensitive   = true
}

variable "release" {
  description = "Year and month of the server's release. What an older one lacks is left out."
  type        = string
  default     = "2026.8"
}

variable "countries" {
  description = "Countries from which users may sign in, such as [\"AT\", \"DE\"]. None: all."
  type        = list(string)
  default     = []
}

variable "chat_url" {
  description = "URL of the chat's incoming webhook, with its token."
  type        = string
  sensitive   = true
}

variable "domain" {
  description = "Domain of the second brand."
  type        = string
  default     = "partners.example.com"
}

variable "retention" {
  description = "How long events are kept."
  type        = string
  default     = "days=180"
}

locals {
  branch       = sum([for i, part in split(".", var.release) : tonumber(part) * [100, 1][i]])
  has_settings = local.branch >= 202402
  has_geoip    = local.branch >= 202408 && length(var.countries) > 0
  has_files    = local.branch >= 202512
}

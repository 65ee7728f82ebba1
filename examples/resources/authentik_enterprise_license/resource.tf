# The token's user needs these permissions:
# authentik_enterprise.view_license
# authentik_enterprise.add_license
# authentik_enterprise.change_license
# authentik_enterprise.delete_license

variable "license" {
  description = "License key."
  type        = string
  sensitive   = true
}

# The write-only argument keeps the key out of the state. Terraform 1.11 or later.
resource "authentik_enterprise_license" "example" {
  key_wo         = var.license
  key_wo_version = 1
}

output "expiry" {
  value = authentik_enterprise_license.example.expiry
}

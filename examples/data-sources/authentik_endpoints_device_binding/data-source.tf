# The token's user needs the permission authentik_endpoints.view_deviceuserbinding.

variable "binding" {
  description = "UUID of the device binding."
  type        = string
}

data "authentik_endpoints_device_binding" "example" {
  id = var.binding
}

output "target" {
  value = data.authentik_endpoints_device_binding.example.target
}

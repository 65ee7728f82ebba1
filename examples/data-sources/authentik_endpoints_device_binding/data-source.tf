# The token's user needs the permission authentik_endpoints.view_deviceuserbinding.

# By UUID.
data "authentik_endpoints_device_binding" "example" {
  id = "2c56e12c-0fea-496b-a1e4-c39d99451293"
}

output "target" {
  value = data.authentik_endpoints_device_binding.example.target
}

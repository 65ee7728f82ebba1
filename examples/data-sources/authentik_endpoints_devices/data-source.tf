# The token's user needs the permission
# authentik_endpoints.view_device.

# All of them.
data "authentik_endpoints_devices" "all" {}

# Those whose name contains a string.
data "authentik_endpoints_devices" "some" {
  search = "microscope"
}

# The UUIDs by name.
output "ids" {
  value = { for device in data.authentik_endpoints_devices.all.objects : device.name => device.id }
}

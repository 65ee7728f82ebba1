# The token's user needs the permission authentik_endpoints.view_device.

# By name.
data "authentik_endpoints_device" "microscope" {
  name = "microscope-1"
}

output "access_group" {
  value = data.authentik_endpoints_device.microscope.access_group
}

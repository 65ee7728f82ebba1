# The token's user needs the permission authentik_endpoints.view_deviceaccessgroup.

# By name.
data "authentik_endpoints_device_access_group" "berlin" {
  name = "Berlin office"
}

output "id" {
  value = data.authentik_endpoints_device_access_group.berlin.id
}

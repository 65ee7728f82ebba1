# The token's user needs the permission
# authentik_endpoints.view_deviceaccessgroup.

# All of them.
data "authentik_endpoints_device_access_groups" "all" {}

# Those whose name contains a string.
data "authentik_endpoints_device_access_groups" "some" {
  search = "Berlin"
}

# The UUIDs by name.
output "ids" {
  value = { for group in data.authentik_endpoints_device_access_groups.all.objects : group.name => group.id }
}

# The token's user needs these permissions:
# authentik_endpoints.view_deviceaccessgroup
# authentik_endpoints.add_deviceaccessgroup
# authentik_endpoints.change_deviceaccessgroup
# authentik_endpoints.delete_deviceaccessgroup

# Since authentik 2025.12.
resource "authentik_endpoints_device_access_group" "berlin" {
  name = "Berlin office"
}

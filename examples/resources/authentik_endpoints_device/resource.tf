# The token's user needs these permissions:
# authentik_endpoints.view_device
# authentik_endpoints.change_device
# authentik_endpoints.delete_device
# and, to create what the example refers to,
# authentik_endpoints.view_deviceaccessgroup
# authentik_endpoints.add_deviceaccessgroup
# authentik_endpoints.change_deviceaccessgroup
# authentik_endpoints.delete_deviceaccessgroup

resource "authentik_endpoints_device_access_group" "lab" {
  name = "Laboratory"
}

# Since authentik 2025.12. The device has enrolled; this puts it into the group.
resource "authentik_endpoints_device" "microscope" {
  name         = "microscope-1"
  access_group = authentik_endpoints_device_access_group.lab.id
  expiring     = false
}

# The token's user needs these permissions:
# authentik_endpoints.view_deviceuserbinding
# authentik_endpoints.add_deviceuserbinding
# authentik_endpoints.change_deviceuserbinding
# authentik_endpoints.delete_deviceuserbinding
# and, to create what the example refers to,
# authentik_endpoints.view_deviceaccessgroup
# authentik_endpoints.add_deviceaccessgroup
# authentik_endpoints.change_deviceaccessgroup
# authentik_endpoints.delete_deviceaccessgroup
# authentik_core.view_group
# authentik_core.add_group
# authentik_core.change_group
# authentik_core.delete_group

resource "authentik_endpoints_device_access_group" "workstations" {
  name = "Workstations"
}

resource "authentik_group" "engineering" {
  name = "workstation-users"
}

# Since authentik 2025.12. Members of the group may use the devices.
resource "authentik_endpoints_device_binding" "engineering" {
  target = authentik_endpoints_device_access_group.workstations.id
  group  = authentik_group.engineering.id
  order  = 0
}

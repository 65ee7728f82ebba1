# The token's user needs the permission
# authentik_endpoints.view_deviceuserbinding.

# All of them.
data "authentik_endpoints_device_bindings" "all" {}

# Those with order = 0.
data "authentik_endpoints_device_bindings" "some" {
  order = 0
}

# Their UUIDs.
output "ids" {
  value = data.authentik_endpoints_device_bindings.some.ids
}

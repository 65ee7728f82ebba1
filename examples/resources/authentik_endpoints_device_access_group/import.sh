# By name.
terraform import authentik_endpoints_device_access_group.berlin "name=Berlin office"

# By UUID.
terraform import authentik_endpoints_device_access_group.berlin 577f7ff4-a52c-4dac-8612-7359c3726149

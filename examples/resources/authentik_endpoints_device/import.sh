# By name.
terraform import authentik_endpoints_device.microscope "name=microscope-1"

# By UUID.
terraform import authentik_endpoints_device.microscope c8fe8553-659e-4395-9c19-6a7087219b8d

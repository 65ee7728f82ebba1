# By name.
terraform import authentik_provider_ssf.devices "name=devices"

# By ID.
terraform import authentik_provider_ssf.devices 247

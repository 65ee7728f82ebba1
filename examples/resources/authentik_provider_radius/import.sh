# By name.
terraform import authentik_provider_radius.wifi "name=wifi"

# By ID.
terraform import authentik_provider_radius.wifi 99

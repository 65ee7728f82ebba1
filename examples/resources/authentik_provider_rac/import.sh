# By name.
terraform import authentik_provider_rac.servers "name=servers"

# By ID.
terraform import authentik_provider_rac.servers 136

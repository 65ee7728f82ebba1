# By name.
terraform import authentik_policy_geoip.home "name=home-countries"

# By UUID.
terraform import authentik_policy_geoip.home bfbd8641-5a83-412e-aa16-dcde4a0f7ae5

# The token's user needs the permission
# authentik_policies_geoip.view_geoippolicy.

# By name.
data "authentik_policy_geoip" "by_name" {
  name = "home-countries"
}

# By UUID.
data "authentik_policy_geoip" "by_id" {
  id = "8a7c1f52-4d0e-4b36-9c21-5e7f90b3d8b3"
}

output "countries" {
  value = data.authentik_policy_geoip.by_name.countries
}

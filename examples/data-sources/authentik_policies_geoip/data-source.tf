# The token's user needs the permission
# authentik_policies_geoip.view_geoippolicy.

# All of them.
data "authentik_policies_geoip" "all" {}

# Those whose name contains a string.
data "authentik_policies_geoip" "some" {
  search = "countries"
}

# The UUIDs by name.
output "ids" {
  value = { for policy in data.authentik_policies_geoip.all.objects : policy.name => policy.id }
}

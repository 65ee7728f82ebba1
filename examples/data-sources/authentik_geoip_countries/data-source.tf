# The token's user needs no permission.

data "authentik_geoip_countries" "all" {}

# The names of countries by their codes.
output "names" {
  value = { for country in data.authentik_geoip_countries.all.countries : country.code => country.name }
}

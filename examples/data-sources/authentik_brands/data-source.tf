# The token's user needs the permission
# authentik_brands.view_brand.

# All of them.
data "authentik_brands" "all" {}

# Those with domain = "login.example.com".
data "authentik_brands" "some" {
  domain = "login.example.com"
}

# The UUIDs by domain.
output "ids" {
  value = { for brand in data.authentik_brands.all.objects : brand.domain => brand.id }
}

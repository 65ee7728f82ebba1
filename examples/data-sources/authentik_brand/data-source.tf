# The token's user needs the permission
# authentik_brands.view_brand.

# The brand of host names that no other brand is for.
data "authentik_brand" "default" {
  default = true
}

# By domain.
data "authentik_brand" "by_domain" {
  domain = "login.example.com"
}

# By UUID.
data "authentik_brand" "by_id" {
  id = "2c8f5e16-7b4d-4a93-b0e1-6d9a3f7c5b28"
}

output "recovery_flow" {
  value = data.authentik_brand.default.flow_recovery
}

# The token's user needs no permission.

data "authentik_brand_current" "here" {}

output "sign_in_flow" {
  value = data.authentik_brand_current.here.flow_authentication
}

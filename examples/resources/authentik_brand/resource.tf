# The token's user needs these permissions:
# authentik_brands.view_brand
# authentik_brands.add_brand
# authentik_brands.change_brand
# authentik_brands.delete_brand
# and, to find the flow by its slug,
# authentik_flows.view_flow

data "authentik_flow" "sign_in" {
  slug = "default-authentication-flow"
}

# What login.example.com looks like. Other host names have the default brand.
resource "authentik_brand" "example" {
  domain              = "login.example.com"
  branding_title      = "Example"
  branding_logo       = "https://www.example.com/logo.svg"
  flow_authentication = data.authentik_flow.sign_in.uuid

  attributes = jsonencode({
    settings = {
      locale = "de"
      theme  = { base = "dark" }
    }
  })
}

# The token's user needs these permissions:
# authentik_brands.view_brand
# authentik_brands.change_brand
# and, to create the flow,
# authentik_flows.view_flow
# authentik_flows.add_flow
# authentik_flows.change_flow
# authentik_flows.delete_flow

data "authentik_brand" "default" {
  default = true
}

resource "authentik_flow" "recovery" {
  name        = "Account recovery"
  slug        = "account-recovery"
  title       = "Recover your account"
  designation = "recovery"
}

# Everything else of the default brand stays as it is.
resource "authentik_brand_flow" "recovery" {
  brand   = data.authentik_brand.default.id
  purpose = "recovery"
  flow    = authentik_flow.recovery.uuid
}

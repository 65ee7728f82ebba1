# The token's user needs these permissions:
# authentik_policies_geoip.view_geoippolicy
# authentik_policies_geoip.add_geoippolicy
# authentik_policies_geoip.change_geoippolicy
# authentik_policies_geoip.delete_geoippolicy
# and, to create the application and the binding,
# authentik_core.view_application
# authentik_core.add_application
# authentik_core.change_application
# authentik_core.delete_application
# authentik_policies.view_policybinding
# authentik_policies.add_policybinding
# authentik_policies.change_policybinding
# authentik_policies.delete_policybinding

# From these countries only, and nobody who was too far away just before.
resource "authentik_policy_geoip" "home" {
  name                    = "home-countries"
  countries               = ["AT", "CH", "DE"]
  check_impossible_travel = true
}

resource "authentik_application" "payroll" {
  name = "Payroll"
  slug = "payroll"
}

resource "authentik_policy_binding" "home" {
  target = authentik_application.payroll.uuid
  policy = authentik_policy_geoip.home.id
  order  = 0
}

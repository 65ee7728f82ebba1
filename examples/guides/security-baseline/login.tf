data "authentik_flow" "login" {
  slug = "default-authentication-flow"
}

# A step that nobody passes, between the username and the password. It is there only for
# whom one of the policies bound to it says so.
resource "authentik_stage_deny" "refused" {
  name = "baseline-refused"
}

resource "authentik_flow_stage_binding" "refused" {
  target               = data.authentik_flow.login.uuid
  stage                = authentik_stage_deny.refused.id
  order                = 15
  re_evaluate_policies = true # when the step is reached: the username is known then
}

# Too many failed logins, from the address or with the username.
resource "authentik_policy_reputation" "suspicious" {
  name      = "baseline-suspicious"
  threshold = -5
}

resource "authentik_policy_binding" "suspicious" {
  target = authentik_flow_stage_binding.refused.id
  policy = authentik_policy_reputation.suspicious.id
  order  = 0
}

# From another country, or from an address that the GeoIP databases do not know. The
# policy passes at home, so its binding is negated.
resource "authentik_policy_geoip" "home" {
  count     = local.has_geoip ? 1 : 0
  name      = "baseline-home"
  countries = var.countries
}

resource "authentik_policy_binding" "abroad" {
  count  = local.has_geoip ? 1 : 0
  target = authentik_flow_stage_binding.refused.id
  policy = authentik_policy_geoip.home[0].id
  negate = true
  order  = 10
}

import {
  to = authentik_policy_geoip.home
  id = "name=home-countries" # or the UUID
}

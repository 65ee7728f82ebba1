import {
  to = authentik_policy_geoip.home
  identity = {
    id = "bfbd8641-5a83-412e-aa16-dcde4a0f7ae5"
  }
}

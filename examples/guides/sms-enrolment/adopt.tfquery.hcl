list "authentik_property_mapping_notification" "mapping" {
  provider = authentik
  limit    = 1000
}

list "authentik_flow" "flow" {
  provider = authentik
  limit    = 1000
}

list "authentik_stage_authenticator_sms" "sms" {
  provider = authentik
  limit    = 1000
}

list "authentik_flow_stage_binding" "binding" {
  provider = authentik
  limit    = 1000
}

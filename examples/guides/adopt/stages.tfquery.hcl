list "authentik_stage_authenticator_sms" "sms" {
  provider = authentik
  limit    = 1000
}

list "authentik_stage_authenticator_static" "static" {
  provider = authentik
  limit    = 1000
}

list "authentik_stage_authenticator_totp" "totp" {
  provider = authentik
  limit    = 1000
}

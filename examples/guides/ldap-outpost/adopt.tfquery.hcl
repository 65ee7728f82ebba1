list "authentik_provider_ldap" "provider" {
  provider = authentik
  limit    = 1000
}

list "authentik_outpost" "outpost" {
  provider = authentik
  limit    = 1000
}

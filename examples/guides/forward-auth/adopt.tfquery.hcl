list "authentik_provider_proxy" "proxy" {
  provider = authentik
  limit    = 1000
}

list "authentik_application" "application" {
  provider = authentik
  limit    = 1000
}

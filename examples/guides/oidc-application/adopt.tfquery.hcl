list "authentik_certificate_key_pair" "grafana" {
  provider = authentik
  config {
    name = "grafana-tokens"
  }
}

list "authentik_property_mapping_provider_scope" "grafana" {
  provider = authentik
  config {
    scope_name = "grafana"
  }
}

list "authentik_provider_oauth2" "grafana" {
  provider = authentik
  config {
    name = "grafana"
  }
}

list "authentik_application" "grafana" {
  provider = authentik
  config {
    slug = "grafana"
  }
}

list "authentik_group" "grafana" {
  provider = authentik
  config {
    search = "Grafana"
  }
}

list "authentik_application_entitlement" "grafana" {
  provider = authentik
}

list "authentik_policy_expression" "grafana" {
  provider = authentik
  config {
    search = "grafana"
  }
}

list "authentik_policy_binding" "grafana" {
  provider = authentik
  limit    = 1000
}

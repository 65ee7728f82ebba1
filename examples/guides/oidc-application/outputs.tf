data "authentik_provider_oauth2_config" "grafana" {
  provider_id = authentik_provider_oauth2.grafana.id

  # The issuer is the application's.
  depends_on = [authentik_application.grafana]
}

# Values for Grafana's Helm chart: terraform output -raw values > values.yaml
output "values" {
  sensitive = true
  value = yamlencode({
    "grafana.ini" = {
      server = { root_url = var.grafana_url }
      "auth.generic_oauth" = {
        enabled              = true
        name                 = "authentik"
        client_id            = data.authentik_provider_oauth2_config.grafana.client_id
        client_secret        = authentik_provider_oauth2.grafana.client_secret
        scopes               = "openid email profile grafana"
        auth_url             = data.authentik_provider_oauth2_config.grafana.authorize_url
        token_url            = data.authentik_provider_oauth2_config.grafana.token_url
        api_url              = data.authentik_provider_oauth2_config.grafana.user_info_url
        signout_redirect_url = data.authentik_provider_oauth2_config.grafana.logout_url
        role_attribute_path  = "grafana_role"
      }
    }
  })
}

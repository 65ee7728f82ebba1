# The token's user needs these permissions:
# authentik_sources_oauth.view_oauthsource
# authentik_sources_oauth.add_oauthsource
# authentik_sources_oauth.change_oauthsource
# authentik_sources_oauth.delete_oauthsource
# authentik_flows.view_flow

variable "gitlab_secret" {
  description = "Secret of the application that is registered in GitLab."
  type        = string
  sensitive   = true
}

data "authentik_flow" "authentication" {
  slug = "default-source-authentication"
}

data "authentik_flow" "enrollment" {
  slug = "default-source-enrollment"
}

# GitLab of one's own. The server takes the URLs and keys from the well-known document.
resource "authentik_source_oauth" "gitlab" {
  name                = "GitLab"
  slug                = "gitlab"
  authentication_flow = data.authentik_flow.authentication.uuid
  enrollment_flow     = data.authentik_flow.enrollment.uuid
  provider_type       = "openidconnect"
  oidc_well_known_url = "https://gitlab.example.com/.well-known/openid-configuration"
  additional_scopes   = "email profile"
  consumer_key        = "authentik"
  consumer_secret     = var.gitlab_secret
  icon                = "https://gitlab.example.com/favicon.png"
}

# The redirect URI to register in GitLab.
output "redirect_uri" {
  value = authentik_source_oauth.gitlab.callback_uri
}

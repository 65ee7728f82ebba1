# The token's user needs the permission authentik_stages_redirect.view_redirectstage.

# By name.
data "authentik_stage_redirect" "portal" {
  name = "go-to-portal"
}

# Where users are sent.
output "target" {
  value = data.authentik_stage_redirect.portal.target_static
}

# The token's user needs the permission authentik_core.view_token.

# By identifier.
data "authentik_token" "bootstrap" {
  identifier = "authentik-bootstrap-token"
}

output "bootstrap_token_user" {
  value = data.authentik_token.bootstrap.user
}

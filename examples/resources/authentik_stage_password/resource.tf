# The token's user needs these permissions:
# authentik_stages_password.view_passwordstage
# authentik_stages_password.add_passwordstage
# authentik_stages_password.change_passwordstage
# authentik_stages_password.delete_passwordstage
# and, to find the flow by its slug,
# authentik_flows.view_flow

data "authentik_flow" "change" {
  slug = "default-password-change"
}

# authentik's own passwords first, then those of the LDAP source.
resource "authentik_stage_password" "login" {
  name = "login-password"
  backends = [
    "authentik.core.auth.InbuiltBackend",
    "authentik.sources.ldap.auth.LDAPBackend",
  ]
  configure_flow                = data.authentik_flow.change.uuid
  failed_attempts_before_cancel = 3
}

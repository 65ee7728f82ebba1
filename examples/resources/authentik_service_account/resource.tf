# The token's user needs these permissions:
# authentik_core.view_user
# authentik_core.add_user
# authentik_core.delete_user
# authentik_core.view_token
# authentik_core.add_token
# authentik_core.view_group
# authentik_core.add_group
# authentik_core.delete_group

# A user for a program, with an app password and a group. The ephemeral resource
# authentik_token_key reads the app password by token_identifier.
resource "authentik_service_account" "ldap_search" {
  name         = "ldap-search"
  create_group = true
  expiring     = false
}

# The token's user needs these permissions:
# authentik_policies_reputation.view_reputationpolicy
# authentik_policies_reputation.add_reputationpolicy
# authentik_policies_reputation.change_reputationpolicy
# authentik_policies_reputation.delete_reputationpolicy
# and, to create the application and the binding,
# authentik_core.view_application
# authentik_core.add_application
# authentik_core.change_application
# authentik_core.delete_application
# authentik_policies.view_policybinding
# authentik_policies.add_policybinding
# authentik_policies.change_policybinding
# authentik_policies.delete_policybinding

# Passes for clients that failed to sign in too often.
resource "authentik_policy_reputation" "suspicious" {
  name      = "suspicious-clients"
  threshold = -3
}

resource "authentik_application" "vault" {
  name = "Vault"
  slug = "vault"
}

# The binding is negated, so that these clients do not pass.
resource "authentik_policy_binding" "suspicious" {
  target = authentik_application.vault.uuid
  policy = authentik_policy_reputation.suspicious.id
  negate = true
  order  = 0
}

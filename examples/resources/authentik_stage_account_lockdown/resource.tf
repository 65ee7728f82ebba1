# The token's user needs these permissions:
# authentik_stages_account_lockdown.view_accountlockdownstage
# authentik_stages_account_lockdown.add_accountlockdownstage
# authentik_stages_account_lockdown.change_accountlockdownstage
# authentik_stages_account_lockdown.delete_accountlockdownstage

# Needs authentik 2026.5 and an enterprise licence. Sessions and tokens end, and the
# account stays usable: for accounts whose password alone may be known.
resource "authentik_stage_account_lockdown" "sign_out" {
  name                  = "account-lockdown-sign-out"
  deactivate_user       = false
  set_unusable_password = true
  delete_sessions       = true
  revoke_tokens         = true
}

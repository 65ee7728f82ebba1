# The token's user needs the permission
# authentik_stages_account_lockdown.view_accountlockdownstage.

# By name.
data "authentik_stage_account_lockdown" "lockdown" {
  name = "default-account-lockdown"
}

# Whether the stage deactivates accounts.
output "lockdown_deactivates" {
  value = data.authentik_stage_account_lockdown.lockdown.deactivate_user
}

# By name.
terraform import authentik_stage_account_lockdown.sign_out "name=account-lockdown-sign-out"

# By UUID.
terraform import authentik_stage_account_lockdown.sign_out 8018f188-7606-4a9d-af10-a412df00b627

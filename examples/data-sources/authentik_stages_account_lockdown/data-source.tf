# The token's user needs the permission
# authentik_stages_account_lockdown.view_accountlockdownstage.

# All of them.
data "authentik_stages_account_lockdown" "all" {}

# Those with deactivate_user = false.
data "authentik_stages_account_lockdown" "some" {
  deactivate_user = false
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_account_lockdown.all.objects : stage.name => stage.id }
}

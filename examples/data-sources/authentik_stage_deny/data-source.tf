# The token's user needs the permission
# authentik_stages_deny.view_denystage.

# By name.
data "authentik_stage_deny" "deny" {
  name = "deny-access"
}

# What users are shown.
output "deny_message" {
  value = data.authentik_stage_deny.deny.deny_message
}

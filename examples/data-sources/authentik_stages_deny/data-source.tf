# The token's user needs the permission
# authentik_stages_deny.view_denystage.

# All of them.
data "authentik_stages_deny" "all" {}

# Those with deny_message = "Ask your administrator for access.".
data "authentik_stages_deny" "some" {
  deny_message = "Ask your administrator for access."
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_deny.all.objects : stage.name => stage.id }
}

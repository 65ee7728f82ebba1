# The token's user needs the permission
# authentik_stages_deny.view_denystage.

# All of them.
data "authentik_stages_deny" "all" {}

# Those whose name contains a string.
data "authentik_stages_deny" "some" {
  search = "access"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_deny.all.objects : stage.name => stage.id }
}

# The token's user needs the permission
# authentik_stages_invitation.view_invitationstage.

# All of them.
data "authentik_stages_invitation" "all" {}

# Those whose name contains a string.
data "authentik_stages_invitation" "some" {
  search = "enrollment"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_invitation.all.objects : stage.name => stage.id }
}

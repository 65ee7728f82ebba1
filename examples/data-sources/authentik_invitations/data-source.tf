# The token's user needs the permission
# authentik_stages_invitation.view_invitation.

# All of them.
data "authentik_invitations" "all" {}

# Those with single_use = true.
data "authentik_invitations" "some" {
  single_use = true
}

# The UUIDs by name.
output "ids" {
  value = { for invitation in data.authentik_invitations.all.objects : invitation.name => invitation.id }
}

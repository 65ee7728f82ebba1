# The token's user needs the permission authentik_stages_invitation.view_invitation.

# By name.
data "authentik_invitation" "partner" {
  name = "partner-2029"
}

# When it expires.
output "expires" {
  value = data.authentik_invitation.partner.expires
}

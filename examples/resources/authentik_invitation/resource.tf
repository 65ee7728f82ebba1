# The token's user needs these permissions:
# authentik_stages_invitation.view_invitation
# authentik_stages_invitation.add_invitation
# authentik_stages_invitation.change_invitation
# authentik_stages_invitation.delete_invitation
# and, to find the flow by its slug,
# authentik_flows.view_flow

data "authentik_flow" "enrollment" {
  slug = "default-source-enrollment"
}

# Whoever has the link can sign up once, with this name and e-mail address.
resource "authentik_invitation" "partner" {
  name       = "partner-2030"
  flow       = data.authentik_flow.enrollment.uuid
  expires    = "2030-01-31T00:00:00Z"
  single_use = true
  fixed_data = jsonencode({
    name  = "Jane Doe"
    email = "jane@example.com"
  })
}

output "link" {
  value = "https://auth.example.com/if/flow/${data.authentik_flow.enrollment.slug}/?itoken=${authentik_invitation.partner.id}"
}

# The token's user needs these permissions:
# authentik_stages_source.view_sourcestage
# authentik_stages_source.add_sourcestage
# authentik_stages_source.change_sourcestage
# authentik_stages_source.delete_sourcestage
# authentik_core.view_source

# Since authentik 2024.4, with an enterprise licence. Users come back from the other
# identity provider and continue the flow.
data "authentik_source" "supplier" {
  slug = "supplier"
}

resource "authentik_stage_source" "partner" {
  name           = "login-at-partner"
  source         = data.authentik_source.supplier.uuid
  resume_timeout = "minutes=5"
}

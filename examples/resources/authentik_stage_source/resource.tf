# The token's user needs these permissions:
# authentik_stages_source.view_sourcestage
# authentik_stages_source.add_sourcestage
# authentik_stages_source.change_sourcestage
# authentik_stages_source.delete_sourcestage

# Since authentik 2024.4, with an enterprise licence. Users come back from the other
# identity provider and go on with the flow. `source` is the source's `pk` in the
# API: /api/v3/sources/all/.
resource "authentik_stage_source" "partner" {
  name           = "login-at-partner"
  source         = "c4a97d15-0e3b-4f86-b2d8-7f6c91e05a3b"
  resume_timeout = "minutes=5"
}

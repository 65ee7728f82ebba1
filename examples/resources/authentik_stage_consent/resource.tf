# The token's user needs these permissions:
# authentik_stages_consent.view_consentstage
# authentik_stages_consent.add_consentstage
# authentik_stages_consent.change_consentstage
# authentik_stages_consent.delete_consentstage

# Users are asked again after a quarter of a year.
resource "authentik_stage_consent" "quarterly" {
  name              = "consent-quarterly"
  mode              = "expiring"
  consent_expire_in = "weeks=13"
}

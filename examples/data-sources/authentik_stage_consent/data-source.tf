# The token's user needs the permission
# authentik_stages_consent.view_consentstage.

# By name.
data "authentik_stage_consent" "consent" {
  name = "default-provider-authorization-consent"
}

# How long a consent counts.
output "consent_mode" {
  value = data.authentik_stage_consent.consent.mode
}

# The token's user needs the permission authentik_stages_source.view_sourcestage.

# By name.
data "authentik_stage_source" "supplier" {
  name = "login-at-supplier"
}

# How long users may take.
output "resume_timeout" {
  value = data.authentik_stage_source.supplier.resume_timeout
}

# The token's user needs the permission authentik_flows.view_stage.

# The stages of all types.
data "authentik_stages" "all" {}

# Those of one type.
data "authentik_stages" "passwords" {
  meta_model_name = "authentik_stages_password.passwordstage"
}

# The names by type.
output "names" {
  value = { for stage in data.authentik_stages.all.objects : stage.meta_model_name => stage.name... }
}

# The token's user needs the permission authentik_flows.view_stage.

# A stage of any type by name, such as one that authentik's blueprints have made.
data "authentik_stage" "by_name" {
  name = "default-authentication-password"
}

# By UUID.
data "authentik_stage" "by_id" {
  id = data.authentik_stage.by_name.id
}

# The type of the stage, and the slugs of the flows that it is bound to.
output "type" {
  value = data.authentik_stage.by_name.meta_model_name
}

output "flows" {
  value = data.authentik_stage.by_name.flow_set[*].slug
}

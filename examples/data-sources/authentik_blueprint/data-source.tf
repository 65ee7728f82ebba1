# The token's user needs the permission authentik_blueprints.view_blueprintinstance.

# By name. authentik has a blueprint for each of its own files.
data "authentik_blueprint" "authentication" {
  name = "Default - Authentication flow"
}

output "status" {
  value = data.authentik_blueprint.authentication.status
}

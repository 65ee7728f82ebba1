# The token's user needs the permission authentik_blueprints.view_blueprintinstance.

data "authentik_blueprint_files" "all" {}

output "paths" {
  value = data.authentik_blueprint_files.all.paths
}

# The token's user needs the permission
# authentik_blueprints.view_blueprintinstance.

# All of them.
data "authentik_blueprints" "all" {}

# Those whose name contains a string.
data "authentik_blueprints" "some" {
  search = "Teams"
}

# The UUIDs by name.
output "ids" {
  value = { for blueprint in data.authentik_blueprints.all.objects : blueprint.name => blueprint.id }
}

# The token's user needs the permission
# authentik_blueprints.view_blueprintinstance.

# All of them, with all secrets kept out of the state.
data "authentik_blueprints" "all" {
  omit_secrets = true
}

# Those whose name contains a string.
data "authentik_blueprints" "some" {
  search       = "Teams"
  omit_secrets = true
}

# The UUIDs by name.
output "ids" {
  value = { for blueprint in data.authentik_blueprints.all.objects : blueprint.name => blueprint.id }
}

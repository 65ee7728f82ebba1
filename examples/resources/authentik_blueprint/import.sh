# By name.
terraform import authentik_blueprint.teams "name=Teams"

# By UUID.
terraform import authentik_blueprint.teams b1ece0f3-fb4f-4be0-b254-3180ff03e21b

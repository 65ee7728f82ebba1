# By slug.
terraform import authentik_application.wiki wiki

# By name.
terraform import authentik_application.wiki "name=Wiki"

# By UUID.
terraform import authentik_application.wiki 1fe28920-5936-43fd-b611-58223892c7a8

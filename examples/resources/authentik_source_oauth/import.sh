# By slug.
terraform import authentik_source_oauth.gitlab gitlab

# By name.
terraform import authentik_source_oauth.gitlab "name=GitLab"

# By UUID.
terraform import authentik_source_oauth.gitlab e3fb0d7b-0f07-4ef4-8fde-0985821e8465

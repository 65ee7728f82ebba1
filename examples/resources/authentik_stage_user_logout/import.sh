# By name.
terraform import authentik_stage_user_logout.logout "name=logout-session"

# By UUID.
terraform import authentik_stage_user_logout.logout 46e927a7-3376-44a2-8f3c-f27ebcf42b2b

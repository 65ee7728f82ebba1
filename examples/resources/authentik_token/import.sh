# By identifier.
terraform import authentik_token.deploy deploy

# By UUID.
terraform import authentik_token.deploy 3c469e9d-6c58-45d3-ba43-f353d4f88e61

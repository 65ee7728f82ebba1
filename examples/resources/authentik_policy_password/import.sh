# By name.
terraform import authentik_policy_password.strong "name=password-strength"

# By UUID.
terraform import authentik_policy_password.strong cfa5af93-fbb1-4f05-9fc7-8e21c7cb8ca7

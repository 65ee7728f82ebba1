# By name.
terraform import authentik_stage_password.login "name=login-password"

# By UUID.
terraform import authentik_stage_password.login 15f7118e-1e54-4a0c-ad2c-9955d4b4bfd9

# By username.
terraform import authentik_user.ada "username=ada"

# By email.
terraform import authentik_user.ada "email=ada@example.com"

# By ID.
terraform import authentik_user.ada 5

# The token's user needs these permissions:
# authentik_core.view_user
# authentik_core.add_user
# authentik_core.change_user
# authentik_core.delete_user

resource "authentik_user" "ada" {
  username = "ada"
  name     = "Ada Lovelace"
  email    = "ada@example.com"
  path     = "users/engineering"

  attributes = jsonencode({
    department = "Engineering"
  })

  # With Terraform 1.11 a first password that is not kept in the state; it needs the permission
  # authentik_core.reset_user_password too.
  # password_wo         = var.first_password
  # password_wo_version = 1
}

# The token's user needs these permissions:
# authentik_core.view_user
# authentik_core.reset_user_password

variable "admin_password" {
  type      = string
  sensitive = true
  ephemeral = true
}

data "authentik_user" "admin" {
  username = "akadmin"
}

# Raise the version to set the password again.
resource "authentik_user_password" "admin" {
  user                = data.authentik_user.admin.id
  password_wo         = var.admin_password
  password_wo_version = 1
}

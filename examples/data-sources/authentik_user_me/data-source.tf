# Every token may read its own user.

data "authentik_user_me" "terraform" {}

# Terraform does not run as a superuser.
check "least_privilege" {
  assert {
    condition     = !data.authentik_user_me.terraform.is_superuser
    error_message = "The token belongs to a superuser. Use that of a service account with the permissions that are needed."
  }
}

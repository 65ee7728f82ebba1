# The token's user needs the permission
# authentik_policies_password.view_passwordpolicy.

# By name.
data "authentik_policy_password" "by_name" {
  name = "password-strength"
}

# By UUID.
data "authentik_policy_password" "by_id" {
  id = "8a7c1f52-4d0e-4b36-9c21-5e7f90b3d8b4"
}

output "length" {
  value = data.authentik_policy_password.by_name.length_min
}

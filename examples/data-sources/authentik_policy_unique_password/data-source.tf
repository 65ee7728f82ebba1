# The token's user needs the permission
# authentik_policies_unique_password.view_uniquepasswordpolicy.

# By name.
data "authentik_policy_unique_password" "by_name" {
  name = "no-password-reuse"
}

# By UUID.
data "authentik_policy_unique_password" "by_id" {
  id = "8a7c1f52-4d0e-4b36-9c21-5e7f90b3d8b6"
}

output "passwords" {
  value = data.authentik_policy_unique_password.by_name.num_historical_passwords
}

# The token's user needs the permission
# authentik_policies_expiry.view_passwordexpirypolicy.

# By name.
data "authentik_policy_expiry" "by_name" {
  name = "password-expiry"
}

# By UUID.
data "authentik_policy_expiry" "by_id" {
  id = "8a7c1f52-4d0e-4b36-9c21-5e7f90b3d8b2"
}

output "days" {
  value = data.authentik_policy_expiry.by_name.days
}

# The token's user needs the permission
# authentik_policies_dummy.view_dummypolicy.

# By name.
data "authentik_policy_dummy" "by_name" {
  name = "slow-policy"
}

# By UUID.
data "authentik_policy_dummy" "by_id" {
  id = "8a7c1f52-4d0e-4b36-9c21-5e7f90b3d8a4"
}

output "result" {
  value = data.authentik_policy_dummy.by_name.result
}

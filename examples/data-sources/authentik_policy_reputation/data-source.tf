# The token's user needs the permission
# authentik_policies_reputation.view_reputationpolicy.

# By name.
data "authentik_policy_reputation" "by_name" {
  name = "suspicious-clients"
}

# By UUID.
data "authentik_policy_reputation" "by_id" {
  id = "8a7c1f52-4d0e-4b36-9c21-5e7f90b3d8b5"
}

output "threshold" {
  value = data.authentik_policy_reputation.by_name.threshold
}

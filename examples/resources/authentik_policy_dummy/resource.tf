# The token's user needs these permissions:
# authentik_policies_dummy.view_dummypolicy
# authentik_policies_dummy.add_dummypolicy
# authentik_policies_dummy.change_dummypolicy
# authentik_policies_dummy.delete_dummypolicy

# Lets everybody pass after one to two seconds, to see how a slow policy feels.
resource "authentik_policy_dummy" "slow" {
  name     = "slow-policy"
  result   = true
  wait_min = 1
  wait_max = 2
}

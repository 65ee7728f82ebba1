# The token's user needs the permission
# authentik_policies_reputation.view_reputationpolicy.

# All of them.
data "authentik_policies_reputation" "all" {}

# Those with threshold = -3.
data "authentik_policies_reputation" "some" {
  threshold = -3
}

# The UUIDs by name.
output "ids" {
  value = { for policy in data.authentik_policies_reputation.all.objects : policy.name => policy.id }
}

# The token's user needs the permission
# authentik_policies_expiry.view_passwordexpirypolicy.

# All of them.
data "authentik_policies_expiry" "all" {}

# Those with days = 365.
data "authentik_policies_expiry" "some" {
  days = 365
}

# The UUIDs by name.
output "ids" {
  value = { for policy in data.authentik_policies_expiry.all.objects : policy.name => policy.id }
}

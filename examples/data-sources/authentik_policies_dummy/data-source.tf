# The token's user needs the permission
# authentik_policies_dummy.view_dummypolicy.

# All of them.
data "authentik_policies_dummy" "all" {}

# Those with result = true.
data "authentik_policies_dummy" "some" {
  result = true
}

# The UUIDs by name.
output "ids" {
  value = { for policy in data.authentik_policies_dummy.all.objects : policy.name => policy.id }
}

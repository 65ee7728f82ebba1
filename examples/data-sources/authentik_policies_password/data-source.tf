# The token's user needs the permission
# authentik_policies_password.view_passwordpolicy.

# All of them.
data "authentik_policies_password" "all" {}

# Those with length_min = 12.
data "authentik_policies_password" "some" {
  length_min = 12
}

# The UUIDs by name.
output "ids" {
  value = { for policy in data.authentik_policies_password.all.objects : policy.name => policy.id }
}

# The token's user needs the permission
# authentik_policies_unique_password.view_uniquepasswordpolicy.

# All of them.
data "authentik_policies_unique_password" "all" {}

# Those with num_historical_passwords = 5.
data "authentik_policies_unique_password" "some" {
  num_historical_passwords = 5
}

# The UUIDs by name.
output "ids" {
  value = { for policy in data.authentik_policies_unique_password.all.objects : policy.name => policy.id }
}

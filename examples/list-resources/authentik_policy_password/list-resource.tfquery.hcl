# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_policies_password.view_passwordpolicy.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_policy_password" "all" {
  provider = authentik
  limit    = 1000
}

# Those with length_min = 12, with all attributes.
list "authentik_policy_password" "some" {
  provider         = authentik
  include_resource = true

  config {
    length_min = 12
  }
}

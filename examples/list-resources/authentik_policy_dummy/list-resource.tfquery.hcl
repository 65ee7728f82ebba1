# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_policies_dummy.view_dummypolicy.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_policy_dummy" "all" {
  provider = authentik
  limit    = 1000
}

# Those with result = true, with all attributes.
list "authentik_policy_dummy" "some" {
  provider         = authentik
  include_resource = true

  config {
    result = true
  }
}

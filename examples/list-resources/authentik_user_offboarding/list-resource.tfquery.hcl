# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_lifecycle.view_useroffboarding.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_user_offboarding" "all" {
  provider = authentik
  limit    = 1000
}

# Those with action = "deactivate", with all attributes.
list "authentik_user_offboarding" "some" {
  provider         = authentik
  include_resource = true

  config {
    action = "deactivate"
  }
}

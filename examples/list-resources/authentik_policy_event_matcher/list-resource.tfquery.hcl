# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_policies_event_matcher.view_eventmatcherpolicy.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_policy_event_matcher" "all" {
  provider = authentik
  limit    = 1000
}

# Those with action = "login_failed", with all attributes.
list "authentik_policy_event_matcher" "some" {
  provider         = authentik
  include_resource = true

  config {
    action = "login_failed"
  }
}

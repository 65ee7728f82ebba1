# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_stages_redirect.view_redirectstage.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_stage_redirect" "all" {
  provider = authentik
  limit    = 1000
}

# Those with mode = "flow", with all attributes.
list "authentik_stage_redirect" "some" {
  provider         = authentik
  include_resource = true

  config {
    mode = "flow"
  }
}

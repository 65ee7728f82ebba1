# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_stages_email.view_emailstage.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_stage_email" "all" {
  provider = authentik
  limit    = 1000
}

# Those with use_global_settings = true, with all attributes.
list "authentik_stage_email" "some" {
  provider         = authentik
  include_resource = true

  config {
    use_global_settings = true
  }
}

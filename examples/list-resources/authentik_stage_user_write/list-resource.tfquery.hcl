# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_stages_user_write.view_userwritestage.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_stage_user_write" "all" {
  provider = authentik
  limit    = 1000
}

# Those with user_creation_mode = "always_create", with all attributes.
list "authentik_stage_user_write" "some" {
  provider         = authentik
  include_resource = true

  config {
    user_creation_mode = "always_create"
  }
}

# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_sources_scim.view_scimsourcegroup.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_source_scim_group" "all" {
  provider = authentik
  limit    = 1000
}

# Those with external_id = "12", with all attributes.
list "authentik_source_scim_group" "some" {
  provider         = authentik
  include_resource = true

  config {
    external_id = "12"
  }
}

# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_providers_scim.view_scimprovideruser.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_provider_scim_user" "all" {
  provider = authentik
  limit    = 1000
}

# Those with scim_id = "0b5f6a0e", with all attributes.
list "authentik_provider_scim_user" "some" {
  provider         = authentik
  include_resource = true

  config {
    scim_id = "0b5f6a0e"
  }
}

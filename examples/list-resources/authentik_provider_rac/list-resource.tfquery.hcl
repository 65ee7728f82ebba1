# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_providers_rac.view_racprovider.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_provider_rac" "all" {
  provider = authentik
  limit    = 1000
}

# Those whose name contains a string, with all attributes.
list "authentik_provider_rac" "some" {
  provider         = authentik
  include_resource = true

  config {
    search = "servers"
  }
}

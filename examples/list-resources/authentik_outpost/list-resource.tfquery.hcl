# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_outposts.view_outpost.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_outpost" "all" {
  provider = authentik
  limit    = 1000
}

# Those with type = "proxy", with all attributes.
list "authentik_outpost" "some" {
  provider         = authentik
  include_resource = true

  config {
    type = "proxy"
  }
}

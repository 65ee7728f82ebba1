# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_lifecycle.view_lifecyclerule.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_lifecycle_rule" "all" {
  provider = authentik
  limit    = 1000
}

# Those with content_type = "authentik_rbac.role", with all attributes.
list "authentik_lifecycle_rule" "some" {
  provider         = authentik
  include_resource = true

  config {
    content_type = "authentik_rbac.role"
  }
}

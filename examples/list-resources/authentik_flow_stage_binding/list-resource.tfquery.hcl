# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_flows.view_flowstagebinding.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_flow_stage_binding" "all" {
  provider = authentik
  limit    = 1000
}

# Those with order = 90, with all attributes.
list "authentik_flow_stage_binding" "some" {
  provider         = authentik
  include_resource = true

  config {
    order = 90
  }
}

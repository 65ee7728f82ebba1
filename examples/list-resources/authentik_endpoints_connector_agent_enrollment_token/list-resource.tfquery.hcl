# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_endpoints_connectors_agent.view_enrollmenttoken.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_endpoints_connector_agent_enrollment_token" "all" {
  provider = authentik
  limit    = 1000
}

# Those whose name contains a string, with all attributes.
list "authentik_endpoints_connector_agent_enrollment_token" "some" {
  provider         = authentik
  include_resource = true

  config {
    search = "Laptops"
  }
}

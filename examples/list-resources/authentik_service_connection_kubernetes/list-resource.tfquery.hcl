# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_outposts.view_kubernetesserviceconnection.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_service_connection_kubernetes" "all" {
  provider = authentik
  limit    = 1000
}

# Those with local = true, with all attributes.
list "authentik_service_connection_kubernetes" "some" {
  provider         = authentik
  include_resource = true

  config {
    local = true
  }
}

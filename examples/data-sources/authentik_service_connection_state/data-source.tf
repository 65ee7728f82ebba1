# The token's user needs the permission
# authentik_outposts.view_outpostserviceconnection.

data "authentik_service_connection" "branch_office" {
  name = "branch-office"
}

data "authentik_service_connection_state" "branch_office" {
  id = data.authentik_service_connection.branch_office.id
}

check "docker" {
  assert {
    condition     = data.authentik_service_connection_state.branch_office.healthy
    error_message = "authentik does not reach the Docker engine."
  }
}

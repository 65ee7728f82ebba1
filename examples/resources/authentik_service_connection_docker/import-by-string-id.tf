import {
  to = authentik_service_connection_docker.branch_office
  id = "name=branch-office" # or the UUID
}

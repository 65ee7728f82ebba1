import {
  to = authentik_service_connection_docker.branch_office
  identity = {
    id = "3b35c801-d3e4-405c-b907-eb3a82914da5"
  }
}

# By name.
terraform import authentik_service_connection_docker.branch_office "name=branch-office"

# By UUID.
terraform import authentik_service_connection_docker.branch_office 3b35c801-d3e4-405c-b907-eb3a82914da5

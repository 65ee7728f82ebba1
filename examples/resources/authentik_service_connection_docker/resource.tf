# The token's user needs these permissions:
# authentik_outposts.view_dockerserviceconnection
# authentik_outposts.add_dockerserviceconnection
# authentik_outposts.change_dockerserviceconnection
# authentik_outposts.delete_dockerserviceconnection

# A Docker engine in another place. The local one is created by the server.
resource "authentik_service_connection_docker" "branch_office" {
  name = "branch-office"
  url  = "https://docker.branch.example.com:2376"
}

# The token's user needs the permission
# authentik_outposts.view_kubernetesserviceconnection.

# By name.
data "authentik_service_connection_kubernetes" "by_name" {
  name = "own-cluster"
}

# By ID.
data "authentik_service_connection_kubernetes" "by_id" {
  id = "c8e2a5f1-37d4-4b96-a0e8-5f1b6d29c374"
}

output "local" {
  value = data.authentik_service_connection_kubernetes.by_name.local
}

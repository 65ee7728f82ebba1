# The token's user needs the permission
# authentik_outposts.view_kubernetesserviceconnection.

# By name.
data "authentik_service_connection_kubernetes" "by_name" {
  name = "own-cluster"
}

# By ID.
data "authentik_service_connection_kubernetes" "by_id" {
  id = "6a0f3c57-2b7e-4f0d-9c34-8e1d5b72a9c6"
}

output "local" {
  value = data.authentik_service_connection_kubernetes.by_name.local
}

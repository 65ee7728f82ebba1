# The token's user needs the permission
# authentik_outposts.view_kubernetesserviceconnection.

# All of them, with all secrets kept out of the state.
data "authentik_service_connections_kubernetes" "all" {
  omit_secrets = true
}

# Those with local = true.
data "authentik_service_connections_kubernetes" "some" {
  local        = true
  omit_secrets = true
}

# The UUIDs by name.
output "ids" {
  value = { for connection in data.authentik_service_connections_kubernetes.all.objects : connection.name => connection.id }
}

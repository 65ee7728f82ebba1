# By name.
terraform import authentik_service_connection_kubernetes.own "name=own-cluster"

# By UUID.
terraform import authentik_service_connection_kubernetes.own 83450d87-bad5-44c7-9418-aa27af4533e9

import {
  to = authentik_service_connection_kubernetes.own
  id = "name=own-cluster" # or the UUID
}

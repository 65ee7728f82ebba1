import {
  to = authentik_service_connection_kubernetes.own
  identity = {
    id = "83450d87-bad5-44c7-9418-aa27af4533e9"
  }
}

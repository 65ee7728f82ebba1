import {
  to = authentik_property_mapping_notification.gateway
  identity = {
    id = "686a6d73-d4b6-4210-9374-97508e253842"
  }
}

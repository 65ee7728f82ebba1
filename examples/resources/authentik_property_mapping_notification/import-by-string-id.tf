import {
  to = authentik_property_mapping_notification.gateway
  id = "name=sms-gateway-message" # or the UUID
}

# By name.
terraform import authentik_property_mapping_notification.gateway "name=sms-gateway-message"

# By UUID.
terraform import authentik_property_mapping_notification.gateway 686a6d73-d4b6-4210-9374-97508e253842

# By name.
terraform import authentik_provider_ws_federation.portal "name=portal"

# By ID.
terraform import authentik_provider_ws_federation.portal 127

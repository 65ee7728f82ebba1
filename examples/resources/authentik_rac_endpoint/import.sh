# By name and protocol_provider.
terraform import authentik_rac_endpoint.database "name=database,protocol_provider=database-servers"

# By UUID.
terraform import authentik_rac_endpoint.database 09686a2d-fbc1-488c-b4fe-66bfc1a62679

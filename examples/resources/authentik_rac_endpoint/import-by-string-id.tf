import {
  to = authentik_rac_endpoint.database
  id = "name=database,protocol_provider=database-servers" # or the UUID
}

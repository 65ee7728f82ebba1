import {
  to = authentik_provider_rac.servers
  id = "name=servers" # or the ID
}

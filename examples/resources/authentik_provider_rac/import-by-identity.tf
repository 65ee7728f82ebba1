import {
  to = authentik_provider_rac.servers
  identity = {
    id = "136"
  }
}

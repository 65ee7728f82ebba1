import {
  to = authentik_provider_oauth2.wiki
  identity = {
    id = "4"
  }
}

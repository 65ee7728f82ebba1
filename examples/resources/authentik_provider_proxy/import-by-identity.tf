import {
  to = authentik_provider_proxy.legacy_wiki
  identity = {
    id = "136"
  }
}

import {
  to = authentik_provider_proxy.legacy_wiki
  id = "name=legacy-wiki" # or the ID
}

import {
  to = authentik_provider_oauth2.wiki
  id = "name=wiki" # or the ID
}

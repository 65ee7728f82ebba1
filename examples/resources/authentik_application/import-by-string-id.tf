import {
  to = authentik_application.wiki
  id = "wiki" # or the UUID, or name=Wiki
}

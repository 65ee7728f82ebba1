import {
  to = authentik_application.wiki
  identity = {
    uuid = "1fe28920-5936-43fd-b611-58223892c7a8"
  }
}

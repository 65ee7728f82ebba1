import {
  to = authentik_provider_google_workspace.workspace
  identity = {
    id = "38"
  }
}

import {
  to = authentik_provider_google_workspace.workspace
  id = "name=workspace" # or the ID
}

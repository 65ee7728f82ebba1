import {
  to = authentik_provider_google_workspace_group.research
  identity = {
    id = "008c7019-738a-41b3-8cef-95f00ba3620a"
  }
}

import {
  to = authentik_provider_google_workspace_user.grace
  identity = {
    id = "dcbe5882-61ba-49ab-979a-8aaa89a9c511"
  }
}

import {
  to = authentik_provider_google_workspace_user.grace
  id = "protocol_provider=school,user=grace,google_id=103547991597142817347" # or the UUID, or protocol_provider=school,user=grace
}

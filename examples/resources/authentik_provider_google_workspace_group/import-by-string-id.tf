import {
  to = authentik_provider_google_workspace_group.research
  id = "protocol_provider=school,group=Research,google_id=103547991597142817347" # or the UUID, or protocol_provider=school,group=Research
}

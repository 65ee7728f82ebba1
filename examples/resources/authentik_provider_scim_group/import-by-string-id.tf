import {
  to = authentik_provider_scim_group.research
  id = "protocol_provider=helpdesk,group=Research,scim_id=0b5f6a0e" # or the UUID, or protocol_provider=helpdesk,group=Research
}

import {
  to = authentik_provider_scim_user.grace
  id = "protocol_provider=helpdesk,user=grace,scim_id=0b5f6a0e" # or the UUID, or protocol_provider=helpdesk,user=grace
}

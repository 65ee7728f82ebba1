import {
  to = authentik_provider_microsoft_entra_group.research
  id = "protocol_provider=subsidiary,group=Research,microsoft_id=6e7b768e-07e2-4810-8459-485f84f8f204" # or the UUID, or protocol_provider=subsidiary,group=Research
}

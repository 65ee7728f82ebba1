import {
  to = authentik_provider_microsoft_entra_group.research
  identity = {
    id = "55f0cf83-bcec-4053-a662-c8d11db0f22a"
  }
}

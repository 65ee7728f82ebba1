import {
  to = authentik_outpost_provider_attachment.cameras
  id = "authentik Embedded Outpost:cameras"
}

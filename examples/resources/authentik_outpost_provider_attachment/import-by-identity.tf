import {
  to = authentik_outpost_provider_attachment.cameras
  identity = {
    id = "ad936fcb-ed63-4fa6-be05-c3ea03953905:7"
  }
}

import {
  to = authentik_brand_flow.recovery
  identity = {
    id = "ad936fcb-ed63-4fa6-be05-c3ea03953905:recovery"
  }
}

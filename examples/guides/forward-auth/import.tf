data "authentik_provider_proxy" "there" {
  name = "forward-auth"
}

import {
  to = authentik_provider_proxy.domain
  id = "name=forward-auth"
}

import {
  to = authentik_application.domain
  id = "forward-auth"
}

# An attachment has no name: it is imported by the IDs of outpost and provider.
import {
  to = authentik_outpost_provider_attachment.domain
  id = "${data.authentik_outpost.embedded.id}:${data.authentik_provider_proxy.there.id}"
}

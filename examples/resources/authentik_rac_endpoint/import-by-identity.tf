import {
  to = authentik_rac_endpoint.database
  identity = {
    id = "09686a2d-fbc1-488c-b4fe-66bfc1a62679"
  }
}

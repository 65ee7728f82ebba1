import {
  to = authentik_request_rule.owners
  identity = {
    id = "8e6391ef-0419-4755-94fe-5f3f724f64ab"
  }
}

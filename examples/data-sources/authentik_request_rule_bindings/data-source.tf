# The token's user needs the permission
# authentik_requests.view_requestrulebinding.

# All of them.
data "authentik_request_rule_bindings" "all" {}

# Their UUIDs.
output "ids" {
  value = data.authentik_request_rule_bindings.all.ids
}

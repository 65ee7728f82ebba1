# The token's user needs the permission
# authentik_requests.view_requestrulechildbinding.

# All of them.
data "authentik_request_rule_child_bindings" "all" {}

# Their UUIDs.
output "ids" {
  value = data.authentik_request_rule_child_bindings.all.ids
}

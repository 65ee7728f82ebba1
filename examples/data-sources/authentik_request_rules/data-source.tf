# The token's user needs the permission
# authentik_requests.view_requestrule.

# All of them.
data "authentik_request_rules" "all" {}

# Those whose name contains a string.
data "authentik_request_rules" "some" {
  search = "Owners"
}

# The UUIDs by name.
output "ids" {
  value = { for rule in data.authentik_request_rules.all.objects : rule.name => rule.id }
}

# The token's user needs the permission authentik_requests.view_requestrule.

# By name.
data "authentik_request_rule" "owners" {
  name = "Owners decide"
}

output "min_reviewers" {
  value = data.authentik_request_rule.owners.min_reviewers
}

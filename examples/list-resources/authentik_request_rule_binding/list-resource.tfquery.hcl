# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_requests.view_requestrulebinding.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_request_rule_binding" "all" {
  provider = authentik
  limit    = 1000
}

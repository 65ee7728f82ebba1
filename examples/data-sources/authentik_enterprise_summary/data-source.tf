# The token's user needs no permission.

data "authentik_enterprise_summary" "licenses" {}

# Warns of licenses that are no longer valid.
check "license" {
  assert {
    condition     = data.authentik_enterprise_summary.licenses.status == "valid"
    error_message = "The enterprise licenses need attention."
  }
}

# The token's user needs the permission authentik_enterprise.view_license.

# By name, without its key.
data "authentik_enterprise_license" "example" {
  name         = "Example"
  omit_secrets = true
}

output "expiry" {
  value = data.authentik_enterprise_license.example.expiry
}

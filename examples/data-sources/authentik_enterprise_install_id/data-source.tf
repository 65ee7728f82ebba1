# The token's user needs the permission authentik_enterprise.view_license.

data "authentik_enterprise_install_id" "this" {}

# To order a license with.
output "install_id" {
  value = data.authentik_enterprise_install_id.this.install_id
}

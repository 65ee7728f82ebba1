# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_stages_authenticator_totp.view_authenticatortotpstage.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_stage_authenticator_totp" "all" {
  provider = authentik
  limit    = 1000
}

# Those with digits = "6", with all attributes.
list "authentik_stage_authenticator_totp" "some" {
  provider         = authentik
  include_resource = true

  config {
    digits = "6"
  }
}

# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_providers_microsoft_entra.view_microsoftentraprovidergroup.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_provider_microsoft_entra_group" "all" {
  provider = authentik
  limit    = 1000
}

# Those with microsoft_id = "6e7b768e-07e2-4810-8459-485f84f8f204", with all attributes.
list "authentik_provider_microsoft_entra_group" "some" {
  provider         = authentik
  include_resource = true

  config {
    microsoft_id = "6e7b768e-07e2-4810-8459-485f84f8f204"
  }
}

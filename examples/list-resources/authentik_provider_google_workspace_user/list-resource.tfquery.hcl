# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_providers_google_workspace.view_googleworkspaceprovideruser.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_provider_google_workspace_user" "all" {
  provider = authentik
  limit    = 1000
}

# Those with google_id = "103547991597142817347", with all attributes.
list "authentik_provider_google_workspace_user" "some" {
  provider         = authentik
  include_resource = true

  config {
    google_id = "103547991597142817347"
  }
}

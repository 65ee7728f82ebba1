# A file of `terraform query`, beside the configuration of the provider.
# The token's user needs the permission
# authentik_stages_source.view_sourcestage.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_stage_source" "all" {
  provider = authentik
  limit    = 1000
}

# Those with source = c4a97d15-0e3b-4f86-b2d8-7f6c91e05a3b, with all attributes.
list "authentik_stage_source" "some" {
  provider         = authentik
  include_resource = true

  config {
    source = c4a97d15-0e3b-4f86-b2d8-7f6c91e05a3b
  }
}

# The token's user needs the permission
# authentik_stages_source.view_sourcestage.

# All of them.
data "authentik_stages_source" "all" {}

# Those with source = c4a97d15-0e3b-4f86-b2d8-7f6c91e05a3b.
data "authentik_stages_source" "some" {
  source = c4a97d15-0e3b-4f86-b2d8-7f6c91e05a3b
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_source.all.objects : stage.name => stage.id }
}

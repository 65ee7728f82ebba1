# The token's user needs the permission
# authentik_stages_source.view_sourcestage.

# All of them.
data "authentik_stages_source" "all" {}

# Those whose name contains a string.
data "authentik_stages_source" "some" {
  search = "partner"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_source.all.objects : stage.name => stage.id }
}

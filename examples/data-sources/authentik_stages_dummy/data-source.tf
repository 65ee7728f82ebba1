# The token's user needs the permission
# authentik_stages_dummy.view_dummystage.

# All of them.
data "authentik_stages_dummy" "all" {}

# Those whose name contains a string.
data "authentik_stages_dummy" "some" {
  search = "dummy"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_dummy.all.objects : stage.name => stage.id }
}

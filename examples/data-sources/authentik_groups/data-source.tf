# The token's user needs the permission
# authentik_core.view_group.

# All of them.
data "authentik_groups" "all" {}

# Those whose name contains a string.
data "authentik_groups" "some" {
  search = "engineering"
}

# The UUIDs by name.
output "ids" {
  value = { for group in data.authentik_groups.all.objects : group.name => group.id }
}

# The token's user needs the permission authentik_core.view_group.

data "authentik_group" "staff" {
  name = "staff"
}

# What a deletion of the group would take along.
data "authentik_used_by" "staff" {
  type      = "group"
  object_id = data.authentik_group.staff.id
}

output "deleted_with_the_group" {
  value = [for user in data.authentik_used_by.staff.used_by : user.name if user.action == "cascade"]
}

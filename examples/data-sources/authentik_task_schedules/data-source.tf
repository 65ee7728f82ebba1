# The token's user needs the permission
# authentik_tasks_schedules.view_schedule.

# All of them.
data "authentik_task_schedules" "all" {}

# Their UUIDs.
output "ids" {
  value = data.authentik_task_schedules.all.ids
}

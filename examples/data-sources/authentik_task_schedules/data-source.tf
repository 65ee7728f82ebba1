# The token's user needs the permission
# authentik_tasks_schedules.view_schedule.

# All of them.
data "authentik_task_schedules" "all" {}

# Those with actor_name = "authentik.sources.ldap.tasks.ldap_sync".
data "authentik_task_schedules" "some" {
  actor_name = "authentik.sources.ldap.tasks.ldap_sync"
}

# Their UUIDs.
output "ids" {
  value = data.authentik_task_schedules.some.ids
}

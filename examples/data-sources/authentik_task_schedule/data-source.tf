# The token's user needs the permission authentik_tasks_schedules.view_schedule.

# By UUID.
data "authentik_task_schedule" "example" {
  id = "2c56e12c-0fea-496b-a1e4-c39d99451291"
}

output "next_run" {
  value = data.authentik_task_schedule.example.next_run
}

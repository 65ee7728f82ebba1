# The token's user needs the permission authentik_tasks_schedules.view_schedule.

variable "source" {
  description = "UUID of an LDAP source."
  type        = string
}

# By the object that the schedule belongs to.
data "authentik_task_schedule" "directory" {
  app_model = "authentik_sources_ldap.ldapsource"
  model_id  = var.source
}

output "next_run" {
  value = data.authentik_task_schedule.directory.next_run
}

# The token's user needs the permission authentik_tasks.view_task.

# Since authentik 2025.8.
data "authentik_tasks" "synchronizations" {
  actor_name = "authentik.sources.ldap.tasks.ldap_sync"
}

output "failed" {
  value = [for task in data.authentik_tasks.synchronizations.tasks : task.mtime if task.aggregated_status == "error"]
}

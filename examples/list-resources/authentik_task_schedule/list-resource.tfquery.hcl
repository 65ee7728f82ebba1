# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in
# `.tfquery.hcl`, next to the configuration of the provider.
# The token's user needs the permission
# authentik_tasks_schedules.view_schedule.

# All of them. Terraform stops at 100 unless the limit is raised.
list "authentik_task_schedule" "all" {
  provider = authentik
  limit    = 1000
}

# Those with actor_name = "authentik.sources.ldap.tasks.ldap_sync", with all attributes.
list "authentik_task_schedule" "some" {
  provider         = authentik
  include_resource = true

  config {
    actor_name = "authentik.sources.ldap.tasks.ldap_sync"
  }
}

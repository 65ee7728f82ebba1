# The token's user needs these permissions:
# authentik_tasks_schedules.view_schedule
# authentik_tasks_schedules.change_schedule
# and, to create what the example refers to,
# authentik_sources_ldap.view_ldapsource
# authentik_sources_ldap.add_ldapsource
# authentik_sources_ldap.change_ldapsource
# authentik_sources_ldap.delete_ldapsource

# A source brings a schedule along for its synchronization.
resource "authentik_source_ldap" "directory" {
  name       = "Directory of schedules"
  slug       = "directory-of-schedules"
  server_uri = "ldaps://dc.example.com"
  base_dn    = "dc=example,dc=com"

  # Without property mappings nothing may be synchronized.
  sync_users  = false
  sync_groups = false
}

# Since authentik 2025.8. Synchronizes on working days only, at half past two (UTC).
resource "authentik_task_schedule" "directory" {
  app_model  = "authentik_sources_ldap.ldapsource"
  model_id   = authentik_source_ldap.directory.uuid
  actor_name = "authentik.sources.ldap.tasks.ldap_sync"
  crontab    = "30 2 * * 1-5"
}

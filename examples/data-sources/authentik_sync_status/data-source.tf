# The token's user needs the permission authentik_sources_ldap.view_ldapsource.

data "authentik_sync_status" "directory" {
  source_ldap = "directory"
}

# Warns where the last synchronization did not end well.
check "directory" {
  assert {
    condition     = data.authentik_sync_status.directory.last_sync_status == "done"
    error_message = "The last synchronization of the directory did not end well."
  }
}

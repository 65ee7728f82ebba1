import {
  to = authentik_source_ldap.directory
  id = "directory" # or the UUID, or name=Directory
}

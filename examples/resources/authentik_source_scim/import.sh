# By slug.
terraform import authentik_source_scim.hr hr

# By name.
terraform import authentik_source_scim.hr "name=HR system"

# By UUID.
terraform import authentik_source_scim.hr 74af7963-bbdb-43bd-bddc-15a12cc74994

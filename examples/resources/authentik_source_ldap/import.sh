# By slug.
terraform import authentik_source_ldap.directory directory

# By name.
terraform import authentik_source_ldap.directory "name=Directory"

# By UUID.
terraform import authentik_source_ldap.directory 6bc3f7da-ef1c-432a-a7b6-8f6c219ed460

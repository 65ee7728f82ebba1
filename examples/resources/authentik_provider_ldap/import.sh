# By name.
terraform import authentik_provider_ldap.directory "name=directory"

# By ID.
terraform import authentik_provider_ldap.directory 80

# By name.
terraform import authentik_service_account.ldap_search "name=ldap-search"

# By the ID of its user.
terraform import authentik_service_account.ldap_search 12

# By name.
terraform import authentik_property_mapping_source_ldap.mail "name=ldap-mail"

# By UUID.
terraform import authentik_property_mapping_source_ldap.mail 579c085c-6add-42f0-a2f0-f6a73e62732c

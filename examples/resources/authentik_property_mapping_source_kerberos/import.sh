# By name.
terraform import authentik_property_mapping_source_kerberos.username "name=kerberos-username"

# By UUID.
terraform import authentik_property_mapping_source_kerberos.username aa084e39-b725-4e3f-8ac3-3206814b7cdf

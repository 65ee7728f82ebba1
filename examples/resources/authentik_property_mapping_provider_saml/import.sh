# By name.
terraform import authentik_property_mapping_provider_saml.department "name=saml-department"

# By UUID.
terraform import authentik_property_mapping_provider_saml.department ede2dc3b-5a26-4ff8-bb03-7b26a760c106

# By name.
terraform import authentik_property_mapping_provider_radius.class "name=radius-class"

# By UUID.
terraform import authentik_property_mapping_provider_radius.class 84a90086-9586-4854-bfd0-d526a11bc2c3

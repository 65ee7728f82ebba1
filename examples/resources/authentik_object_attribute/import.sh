# By object_type and key.
terraform import authentik_object_attribute.cost_center "object_type=authentik_core.user,key=cost_center"

# By UUID.
terraform import authentik_object_attribute.cost_center 2a47cbe0-d9df-45d5-b859-1ebed6a7e47a

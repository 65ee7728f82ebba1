# The token's user needs the permission authentik_core.view_objectattribute.

# By type of objects and key.
data "authentik_object_attribute" "cost_center" {
  object_type = "authentik_core.user"
  key         = "cost_center"
}

output "label" {
  value = data.authentik_object_attribute.cost_center.label
}

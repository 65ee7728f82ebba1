# The token's user needs the permission
# authentik_core.view_objectattribute.

# All of them.
data "authentik_object_attributes" "all" {}

# Those with type = "text".
data "authentik_object_attributes" "some" {
  type = "text"
}

# Their UUIDs.
output "ids" {
  value = data.authentik_object_attributes.some.ids
}

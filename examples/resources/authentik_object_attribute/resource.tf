# The token's user needs these permissions:
# authentik_core.view_objectattribute
# authentik_core.add_objectattribute
# authentik_core.change_objectattribute
# authentik_core.delete_objectattribute

# Since authentik 2026.8. Users may have a cost center of five digits.
resource "authentik_object_attribute" "cost_center" {
  object_type = "authentik_core.user"
  key         = "cost_center"
  label       = "Cost center"
  type        = "text"
  group       = "Work"
  regex       = "^[0-9]{5}$"
}

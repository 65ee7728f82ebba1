# The token's user needs these permissions:
# authentik_sources_scim.view_scimsourcegroup
# authentik_sources_scim.add_scimsourcegroup
# authentik_sources_scim.change_scimsourcegroup
# authentik_sources_scim.delete_scimsourcegroup
# and, to create the source and the group,
# authentik_sources_scim.view_scimsource
# authentik_sources_scim.add_scimsource
# authentik_sources_scim.change_scimsource
# authentik_sources_scim.delete_scimsource
# authentik_core.view_group
# authentik_core.add_group
# authentik_core.change_group
# authentik_core.delete_group

# Since authentik 2024.4. A group that was there before the phone book is its department 12.
resource "authentik_source_scim" "phone_book" {
  name = "Phone book"
  slug = "phone-book"
}

resource "authentik_group" "sales" {
  name = "sales"
}

resource "authentik_source_scim_group" "sales" {
  source      = authentik_source_scim.phone_book.uuid
  external_id = "12"
  group       = authentik_group.sales.id
}

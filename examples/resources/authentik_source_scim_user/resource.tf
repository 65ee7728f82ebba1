# The token's user needs these permissions:
# authentik_sources_scim.view_scimsourceuser
# authentik_sources_scim.add_scimsourceuser
# authentik_sources_scim.change_scimsourceuser
# authentik_sources_scim.delete_scimsourceuser
# and, to create the source,
# authentik_sources_scim.view_scimsource
# authentik_sources_scim.add_scimsource
# authentik_sources_scim.change_scimsource
# authentik_sources_scim.delete_scimsource

# Since authentik 2024.4. A user who was there before payroll is its number 4711, so
# that its first synchronization changes this user instead of creating another. `user` is
# the user's ID.
resource "authentik_source_scim" "payroll" {
  name = "Payroll"
  slug = "payroll"
}

resource "authentik_source_scim_user" "jane" {
  source      = authentik_source_scim.payroll.uuid
  external_id = "4711"
  user        = 5
}

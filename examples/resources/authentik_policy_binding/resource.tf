# The token's user needs these permissions:
# authentik_policies.view_policybinding
# authentik_policies.add_policybinding
# authentik_policies.change_policybinding
# authentik_policies.delete_policybinding
# and, to create the application and the group,
# authentik_core.view_application
# authentik_core.add_application
# authentik_core.change_application
# authentik_core.delete_application
# authentik_core.view_group
# authentik_core.add_group
# authentik_core.change_group
# authentik_core.delete_group

resource "authentik_application" "wiki" {
  name = "Wiki"
  slug = "wiki-for-engineering"
}

resource "authentik_group" "engineering" {
  name = "wiki-users"
}

# Only members of the group may use the application.
resource "authentik_policy_binding" "engineering" {
  target = authentik_application.wiki.uuid
  group  = authentik_group.engineering.id
  order  = 0
}

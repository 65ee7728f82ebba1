# The token's user needs these permissions:
# authentik_core.view_group
# authentik_core.add_group
# authentik_core.change_group
# authentik_core.delete_group

resource "authentik_group" "engineering" {
  name = "engineering"

  attributes = jsonencode({
    department = "Engineering"
  })
}

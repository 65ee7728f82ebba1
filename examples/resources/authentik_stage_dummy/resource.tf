# The token's user needs these permissions:
# authentik_stages_dummy.view_dummystage
# authentik_stages_dummy.add_dummystage
# authentik_stages_dummy.change_dummystage
# authentik_stages_dummy.delete_dummystage

# A page with a button, to see a flow that is being built.
resource "authentik_stage_dummy" "placeholder" {
  name = "dummy"
}

# The token's user needs these permissions:
# authentik_core.view_application
# authentik_core.add_application
# authentik_core.change_application
# authentik_core.delete_application

resource "authentik_application" "wiki" {
  name             = "Wiki"
  slug             = "wiki"
  group            = "Documentation"
  meta_description = "Company wiki"
  meta_launch_url  = "https://wiki.example.com/"
  open_in_new_tab  = true
}

# Policy bindings refer to the application by `uuid`; `id` is its slug.
output "application" {
  value = authentik_application.wiki.uuid
}

# The token's user needs the permission authentik_core.view_source.

# The sources of all types.
data "authentik_sources" "all" {}

output "ids" {
  value = data.authentik_sources.all.ids
}

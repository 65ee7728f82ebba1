# The token's user needs the permission authentik_core.view_source.

# The sources of all types.
data "authentik_sources" "all" {}

# The names by type.
output "names" {
  value = { for source in data.authentik_sources.all.objects : source.meta_model_name => source.name... }
}

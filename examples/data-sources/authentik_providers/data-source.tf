# The token's user needs the permission authentik_core.view_provider.

# The providers of all types.
data "authentik_providers" "all" {}

# Those that no application has.
data "authentik_providers" "unused" {
  without_application = true
}

output "types" {
  value = { for provider in data.authentik_providers.all.objects : provider.meta_model_name => provider.name... }
}

# The token's user needs the permission
# authentik_sources_telegram.view_telegramsource.

# All of them.
data "authentik_sources_telegram" "all" {}

# Those whose name contains a string.
data "authentik_sources_telegram" "some" {
  search = "Telegram"
}

# The UUIDs by slug.
output "ids" {
  value = { for source in data.authentik_sources_telegram.all.objects : source.slug => source.id }
}

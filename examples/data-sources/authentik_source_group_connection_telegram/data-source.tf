# The token's user needs the permission authentik_sources_telegram.view_grouptelegramsourceconnection.

data "authentik_source" "telegram" {
  slug = "telegram"
}

# Who is this at the source?
data "authentik_source_group_connection_telegram" "one" {
  source     = data.authentik_source.telegram.uuid
  identifier = "-100200300"
}

output "group" {
  value = data.authentik_source_group_connection_telegram.one.group
}

# The token's user needs the permission authentik_sources_telegram.view_usertelegramsourceconnection.

data "authentik_source" "telegram" {
  slug = "telegram"
}

# Who is this at the source?
data "authentik_source_user_connection_telegram" "one" {
  source     = data.authentik_source.telegram.uuid
  identifier = "99887766"
}

output "user" {
  value = data.authentik_source_user_connection_telegram.one.user
}

# The token's user needs the permission authentik_sources_plex.view_plexsource.

# By slug.
data "authentik_source_plex" "plex" {
  slug = "plex"

  # Leaves the token out of the state.
  omit_secrets = true
}

# The servers that users may use.
output "allowed_servers" {
  value = data.authentik_source_plex.plex.allowed_servers
}

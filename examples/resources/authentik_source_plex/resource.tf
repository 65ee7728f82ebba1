# The token's user needs these permissions:
# authentik_sources_plex.view_plexsource
# authentik_sources_plex.add_plexsource
# authentik_sources_plex.change_plexsource
# authentik_sources_plex.delete_plexsource

variable "plex_token" {
  description = "Token of the Plex account that the server belongs to."
  type        = string
  sensitive   = true
}

# Those who may use the server, and nobody else.
resource "authentik_source_plex" "media" {
  name            = "Plex"
  slug            = "plex"
  plex_token      = var.plex_token
  allowed_servers = ["1d2c3b4a5968778695a4b3c2d1e0f123"]
  allow_friends   = false
}

import {
  to = authentik_source_plex.media
  id = "plex" # or the UUID, or name=Plex
}

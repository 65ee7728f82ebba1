import {
  to = authentik_source_plex.media
  identity = {
    uuid = "a12ce938-10e1-4ef9-bed3-945dd30be300"
  }
}

# By slug.
terraform import authentik_source_plex.media plex

# By name.
terraform import authentik_source_plex.media "name=Plex"

# By UUID.
terraform import authentik_source_plex.media a12ce938-10e1-4ef9-bed3-945dd30be300

# The token's user needs the permission
# authentik_outposts.view_outpost.

# The outpost that is part of the server, by the name under which the server manages it.
data "authentik_outpost" "embedded" {
  managed = "goauthentik.io/outposts/embedded"
}

# By name.
data "authentik_outpost" "by_name" {
  name = "branch-office"
}

# By UUID.
data "authentik_outpost" "by_id" {
  id = "6a0f3c57-2b7e-4f0d-9c34-8e1d5b72a9c6"
}

output "authentik_host" {
  value = jsondecode(data.authentik_outpost.by_name.config).authentik_host
}

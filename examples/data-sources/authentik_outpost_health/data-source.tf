# The token's user needs the permission authentik_outposts.view_outpost.

data "authentik_outpost" "embedded" {
  managed = "goauthentik.io/outposts/embedded"
}

data "authentik_outpost_health" "embedded" {
  id = data.authentik_outpost.embedded.id
}

output "outdated" {
  value = [for instance in data.authentik_outpost_health.embedded.instances : instance.hostname if instance.version_outdated]
}

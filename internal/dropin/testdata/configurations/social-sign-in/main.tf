terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

data "authentik_flow" "authentication" {
  slug = "default-source-authentication"
}

data "authentik_flow" "enrollment" {
  slug = "default-source-enrollment"
}

data "authentik_source" "built_in" {
  managed = "goauthentik.io/sources/inbuilt"
}

resource "authentik_source_plex" "plex" {
  name                = "Plex"
  slug                = "social-plex"
  client_id           = "0123456789abcdef"
  plex_token          = "not-a-secret"
  authentication_flow = data.authentik_flow.authentication.id
  enrollment_flow     = data.authentik_flow.enrollment.id
  allow_friends       = false
}

resource "authentik_stage_identification" "who" {
  name               = "social-identification"
  user_fields        = ["username"]
  sources            = [data.authentik_source.built_in.uuid, authentik_source_plex.plex.uuid]
  show_source_labels = true
}

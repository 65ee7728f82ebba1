# The token's user needs these permissions:
# authentik_sources_saml.view_samlsource
# authentik_sources_saml.add_samlsource
# authentik_sources_saml.change_samlsource
# authentik_sources_saml.delete_samlsource
# authentik_flows.view_flow
# authentik_crypto.view_certificatekeypair

data "authentik_flow" "pre_authentication" {
  slug = "default-source-pre-authentication"
}

data "authentik_flow" "authentication" {
  slug = "default-source-authentication"
}

# The identity provider's certificate.
data "authentik_certificate_key_pair" "partner" {
  name = "partner"
}

resource "authentik_source_saml" "partner" {
  name                    = "Partner"
  slug                    = "partner"
  pre_authentication_flow = data.authentik_flow.pre_authentication.uuid
  authentication_flow     = data.authentik_flow.authentication.uuid
  sso_url                 = "https://idp.partner.example/sso"
  binding_type            = "POST_AUTO"
  name_id_policy          = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"
  verification_kp         = data.authentik_certificate_key_pair.partner.id
  signed_assertion        = true
}

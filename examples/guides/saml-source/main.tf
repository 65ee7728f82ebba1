# The flows of every new server: before users are sent away, when somebody known comes back,
# and when somebody new does.
data "authentik_flow" "pre_authentication" {
  slug = "default-source-pre-authentication"
}

data "authentik_flow" "authentication" {
  slug = "default-source-authentication"
}

data "authentik_flow" "enrollment" {
  slug = "default-source-enrollment"
}

# What verifies the identity provider's signatures.
resource "authentik_certificate_key_pair" "idp" {
  name             = "saml-source-idp"
  certificate_data = file(var.idp_certificate)
}

# Groups of the assertion, named by the attribute that ADFS and Entra ID use.
resource "authentik_property_mapping_source_saml" "groups" {
  count      = var.map_groups ? 1 : 0
  name       = "saml-source: groups"
  expression = <<-EOT
    claim = "http://schemas.xmlsoap.org/claims/Group"
    attributes = root.findall(".//{*}Attribute[@Name='" + claim + "']/{*}AttributeValue")
    return {"groups": [attribute.text for attribute in attributes]}
  EOT
}

resource "authentik_source_saml" "partner" {
  name                    = "Partner"
  slug                    = "saml-source"
  pre_authentication_flow = data.authentik_flow.pre_authentication.uuid
  authentication_flow     = data.authentik_flow.authentication.uuid
  enrollment_flow         = data.authentik_flow.enrollment.uuid
  sso_url                 = var.sso_url
  binding_type            = "POST_AUTO"
  verification_kp         = authentik_certificate_key_pair.idp.id
  property_mappings       = authentik_property_mapping_source_saml.groups[*].id
  group_matching_mode     = var.map_groups ? "name_link" : null
}

# A login flow of its own, whose first step offers the source. To offer it in the flow that
# you have, add the source to the `sources` of its identification stage.
resource "authentik_flow" "login" {
  name        = "Sign in with a partner"
  slug        = "saml-source-login"
  title       = "Sign in"
  designation = "authentication"
}

resource "authentik_stage_identification" "login" {
  name               = "saml-source-login"
  sources            = [authentik_source_saml.partner.uuid]
  show_source_labels = true
}

resource "authentik_flow_stage_binding" "login" {
  target = authentik_flow.login.uuid
  stage  = authentik_stage_identification.login.id
  order  = 10
}

# For the identity provider's administrator.
data "authentik_source_saml_metadata" "partner" {
  slug = authentik_source_saml.partner.id
}

output "metadata" {
  value = data.authentik_source_saml_metadata.partner.metadata
}

locals {
  # What the console says of itself.
  console = provider::authentik::saml_metadata(file("${path.module}/metadata.xml"))

  # What AWS names its attributes of an assertion.
  attribute = "https://aws.amazon.com/SAML/Attributes"

  # Each value names a role, and the identity provider that is registered for authentik.
  granted = {
    for group, role in var.roles :
    group => "arn:aws:iam::${var.account}:role/${role},arn:aws:iam::${var.account}:saml-provider/authentik"
  }
}

# Flows that authentik's blueprints have created.
data "authentik_flow" "authorization" {
  slug = "default-provider-authorization-implicit-consent"
}

data "authentik_flow" "invalidation" {
  count = var.invalidation_flow == null ? 0 : 1
  slug  = var.invalidation_flow
}

# Signs the assertions. The private key never leaves the server.
resource "authentik_certificate_key_pair_generated" "console" {
  common_name   = "cloud-console"
  validity_days = 730
}

resource "authentik_group" "console" {
  for_each = var.roles
  name     = each.key
}

# Which roles a user may choose from.
resource "authentik_property_mapping_provider_saml" "role" {
  name       = "cloud-console-role"
  saml_name  = "${local.attribute}/Role"
  expression = <<-EOT
    granted = ${jsonencode(local.granted)}
    return [role for group, role in granted.items() if ak_is_group_member(request.user, name=group)]
  EOT
}

# What the console's log calls the user.
resource "authentik_property_mapping_provider_saml" "session_name" {
  name       = "cloud-console-session-name"
  saml_name  = "${local.attribute}/RoleSessionName"
  expression = "return request.user.username"
}

resource "authentik_provider_saml" "console" {
  name                          = "cloud-console"
  authorization_flow            = data.authentik_flow.authorization.uuid
  invalidation_flow             = one(data.authentik_flow.invalidation[*].uuid)
  acs_url                       = local.console.acs_url
  sp_binding                    = local.console.sp_binding
  audience                      = local.console.entity_id
  signing_kp                    = authentik_certificate_key_pair_generated.console.id
  session_valid_not_on_or_after = var.session
  property_mappings = [
    authentik_property_mapping_provider_saml.role.id,
    authentik_property_mapping_provider_saml.session_name.id,
  ]
}

resource "authentik_application" "console" {
  name              = "Cloud console"
  slug              = "cloud-console"
  protocol_provider = authentik_provider_saml.console.id
}

# Who may open it.
resource "authentik_policy_binding" "console" {
  for_each = authentik_group.console
  target   = authentik_application.console.uuid
  group    = each.value.id
  order    = 0
}

# What the console needs to know about authentik: `saml_metadata_document` of an
# aws_iam_saml_provider.
data "authentik_provider_saml_metadata" "console" {
  provider_id = authentik_provider_saml.console.id

  # The URLs are the application's.
  depends_on = [authentik_application.console]
}

output "metadata" {
  value = data.authentik_provider_saml_metadata.console.metadata
}

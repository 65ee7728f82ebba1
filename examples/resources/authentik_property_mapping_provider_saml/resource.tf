# The token's user needs these permissions:
# authentik_providers_saml.view_samlpropertymapping
# authentik_providers_saml.add_samlpropertymapping
# authentik_providers_saml.change_samlpropertymapping
# authentik_providers_saml.delete_samlpropertymapping

# The user's department as an attribute of the assertion.
resource "authentik_property_mapping_provider_saml" "department" {
  name          = "saml-department"
  saml_name     = "urn:oid:2.16.840.1.113730.3.1.2"
  friendly_name = "departmentNumber"
  expression    = <<-EOT
    return request.user.attributes.get("department", "")
  EOT
}

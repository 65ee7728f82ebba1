# The token's user needs these permissions:
# authentik_sources_saml.view_samlsourcepropertymapping
# authentik_sources_saml.add_samlsourcepropertymapping
# authentik_sources_saml.change_samlsourcepropertymapping
# authentik_sources_saml.delete_samlsourcepropertymapping

# Users are known by the name in the assertion.
resource "authentik_property_mapping_source_saml" "username" {
  name       = "saml-username"
  expression = <<-EOT
    return {
        "username": name_id.text,
    }
  EOT
}

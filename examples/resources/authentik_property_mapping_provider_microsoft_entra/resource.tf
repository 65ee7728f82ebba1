# The token's user needs these permissions:
# authentik_providers_microsoft_entra.view_microsoftentraprovidermapping
# authentik_providers_microsoft_entra.add_microsoftentraprovidermapping
# authentik_providers_microsoft_entra.change_microsoftentraprovidermapping
# authentik_providers_microsoft_entra.delete_microsoftentraprovidermapping

# The department goes to Entra ID as well.
resource "authentik_property_mapping_provider_microsoft_entra" "department" {
  name       = "entra-department"
  expression = <<-EOT
    return {
        "department": request.user.attributes.get("department"),
    }
  EOT
}

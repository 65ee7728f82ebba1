# The token's user needs these permissions:
# authentik_providers_scim.view_scimmapping
# authentik_providers_scim.add_scimmapping
# authentik_providers_scim.change_scimmapping
# authentik_providers_scim.delete_scimmapping

# Users are known by their email address.
resource "authentik_property_mapping_provider_scim" "email" {
  name       = "scim-username-is-email"
  expression = <<-EOT
    return {
        "userName": request.user.email,
    }
  EOT
}

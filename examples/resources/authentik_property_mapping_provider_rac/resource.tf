# The token's user needs these permissions:
# authentik_providers_rac.view_racpropertymapping
# authentik_providers_rac.add_racpropertymapping
# authentik_providers_rac.change_racpropertymapping
# authentik_providers_rac.delete_racpropertymapping

# Everybody signs in to the host by their own name, and may not copy from it.
resource "authentik_property_mapping_provider_rac" "own_name" {
  name = "rac-own-name"
  settings = jsonencode({
    "disable-copy" = "true"
  })
  expression = <<-EOT
    return {
        "username": request.user.username,
    }
  EOT
}

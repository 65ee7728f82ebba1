# The token's user needs these permissions:
# authentik_providers_radius.view_radiusproviderpropertymapping
# authentik_providers_radius.add_radiusproviderpropertymapping
# authentik_providers_radius.change_radiusproviderpropertymapping
# authentik_providers_radius.delete_radiusproviderpropertymapping

# The user's class, for the access point to choose a network by.
resource "authentik_property_mapping_provider_radius" "class" {
  name       = "radius-class"
  expression = <<-EOT
    packet["Class"] = request.user.attributes.get("vlan", "guests").encode()
    return packet
  EOT
}

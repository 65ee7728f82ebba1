# The token's user needs these permissions:
# authentik_sources_kerberos.view_kerberossourcepropertymapping
# authentik_sources_kerberos.add_kerberossourcepropertymapping
# authentik_sources_kerberos.change_kerberossourcepropertymapping
# authentik_sources_kerberos.delete_kerberossourcepropertymapping

# Names of users have no realm.
resource "authentik_property_mapping_source_kerberos" "username" {
  name       = "kerberos-username"
  expression = <<-EOT
    return {
        "username": principal.split("@")[0],
    }
  EOT
}

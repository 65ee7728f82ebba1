# The token's user needs the permission
# authentik_rbac.view_media_files.

data "authentik_files" "logos" {
  search = "logo"
}

output "names" {
  value = data.authentik_files.logos.names
}

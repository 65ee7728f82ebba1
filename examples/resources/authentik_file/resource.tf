# The token's user needs these permissions:
# authentik_rbac.view_media_files
# authentik_rbac.manage_media_files
# and, to create the brand,
# authentik_brands.view_brand
# authentik_brands.add_brand
# authentik_brands.change_brand
# authentik_brands.delete_brand

# A file beside the configuration. When it changes, the next apply uploads it again.
resource "authentik_file" "logo" {
  name   = "example/logo.svg"
  source = "${path.module}/logo.svg"
}

# Content that Terraform has.
resource "authentik_file" "icon" {
  name = "example/icon.svg"
  content_base64 = base64encode(<<-EOT
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#fd4b2d"/></svg>
  EOT
  )
}

resource "authentik_brand" "example" {
  domain           = "portal.example.com"
  branding_logo    = authentik_file.logo.name
  branding_favicon = authentik_file.icon.name
}

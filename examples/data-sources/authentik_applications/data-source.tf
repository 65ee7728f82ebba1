# The token's user needs the permission
# authentik_core.view_application.

# All of them.
data "authentik_applications" "all" {}

# Those whose name contains a string.
data "authentik_applications" "some" {
  search = "Wiki"
}

# The UUIDs by slug.
output "ids" {
  value = { for application in data.authentik_applications.all.objects : application.slug => application.id }
}

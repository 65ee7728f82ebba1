# The token's user needs the permission authentik_sources_scim.view_scimsourceuser.

data "authentik_source_scim" "hr" {
  slug = "hr"
}

# Who is this in the HR system?
data "authentik_source_scim_user" "one" {
  source      = data.authentik_source_scim.hr.uuid
  external_id = "4711"
}

output "user" {
  value = data.authentik_source_scim_user.one.user
}

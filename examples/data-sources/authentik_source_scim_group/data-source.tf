# The token's user needs the permission authentik_sources_scim.view_scimsourcegroup.

data "authentik_source_scim" "hr" {
  slug = "hr"
}

# Who is this in the HR system?
data "authentik_source_scim_group" "one" {
  source      = data.authentik_source_scim.hr.uuid
  external_id = "12"
}

output "group" {
  value = data.authentik_source_scim_group.one.group
}

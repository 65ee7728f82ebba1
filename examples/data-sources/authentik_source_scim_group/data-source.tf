# The token's user needs the permission authentik_sources_scim.view_scimsourcegroup.

# Who is this in the HR system? `source` is the SCIM source's `uuid`.
data "authentik_source_scim_group" "one" {
  source      = "c4a97d15-0e3b-4f86-b2d8-7f6c91e05a3b"
  external_id = "12"
}

output "group" {
  value = data.authentik_source_scim_group.one.group
}

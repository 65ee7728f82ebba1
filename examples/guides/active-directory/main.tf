# Mappings that every server has.
data "authentik_property_mapping_source_ldap" "managed" {
  managed_list = [
    "goauthentik.io/sources/ldap/default-mail",
    "goauthentik.io/sources/ldap/default-name",
    "goauthentik.io/sources/ldap/ms-givenName",
    "goauthentik.io/sources/ldap/ms-samaccountname",
    "goauthentik.io/sources/ldap/ms-sn",
  ]
}

data "authentik_property_mapping_source_ldap" "name" {
  managed = "goauthentik.io/sources/ldap/default-name"
}

# Two of one's own. Since authentik 2024.8 a mapping returns fields, before it returns the
# value of one.
resource "authentik_property_mapping_source_ldap" "department" {
  name         = "active-directory: department"
  object_field = var.sets_single_fields ? "attributes.department" : null
  expression = var.sets_single_fields ? (
    "return list_flatten(ldap.get(\"department\"))"
    ) : (
    "return {\"attributes\": {\"department\": list_flatten(ldap.get(\"department\"))}}"
  )
}

resource "authentik_property_mapping_source_ldap" "telephone" {
  name         = "active-directory: telephone"
  object_field = var.sets_single_fields ? "attributes.telephone" : null
  expression = var.sets_single_fields ? (
    "return list_flatten(ldap.get(\"telephoneNumber\"))"
    ) : (
    "return {\"attributes\": {\"telephone\": list_flatten(ldap.get(\"telephoneNumber\"))}}"
  )
}

resource "authentik_source_ldap" "domain" {
  name                = "Active Directory"
  slug                = "active-directory"
  server_uri          = var.server_uri
  base_dn             = var.base_dn
  bind_cn             = var.bind_cn
  bind_password       = var.bind_password
  user_object_filter  = "(&(objectClass=user)(objectCategory=person)(!(userAccountControl:1.2.840.113556.1.4.803:=2)))"
  group_object_filter = "(objectClass=group)"
  property_mappings = concat(data.authentik_property_mapping_source_ldap.managed.ids, [
    authentik_property_mapping_source_ldap.department.id,
    authentik_property_mapping_source_ldap.telephone.id,
  ])
  property_mappings_group = [data.authentik_property_mapping_source_ldap.name.id]

  # Only one source of a server may write passwords.
  sync_users_password = false

  # To keep the password out of the state (Terraform 1.11), with `ephemeral = true` in the
  # variable. Raise the version to send a new one.
  # bind_password_wo         = var.bind_password
  # bind_password_wo_version = 1
}

# How the last synchronization went.
data "authentik_sync_status" "domain" {
  source_ldap = authentik_source_ldap.domain.id
}

output "last_successful_sync" {
  value = data.authentik_sync_status.domain.last_successful_sync
}

terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

data "authentik_property_mapping_source_ldap" "user" {
  managed_list = [
    "goauthentik.io/sources/ldap/ms-givenName",
    "goauthentik.io/sources/ldap/ms-samaccountname",
  ]
}

resource "authentik_property_mapping_source_ldap" "group" {
  name       = "company group name"
  expression = "return {\"name\": list_flatten(ldap.get(\"cn\"))}"
}

resource "authentik_source_ldap" "ad" {
  name                    = "Active Directory"
  slug                    = "active-directory"
  server_uri              = "ldaps://dc1.company.example"
  bind_cn                 = "CN=authentik,OU=Service,DC=company,DC=example"
  bind_password           = "not-a-secret"
  base_dn                 = "DC=company,DC=example"
  additional_user_dn      = "OU=People"
  additional_group_dn     = "OU=Groups"
  user_object_filter      = "(&(objectClass=user)(!(objectClass=computer)))"
  group_object_filter     = "(objectClass=group)"
  group_membership_field  = "memberOf"
  object_uniqueness_field = "objectSid"
  sync_users_password     = false
  property_mappings       = data.authentik_property_mapping_source_ldap.user.ids
  property_mappings_group = [authentik_property_mapping_source_ldap.group.id]
}

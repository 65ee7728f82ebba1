data "authentik_provider_ldap" "there" {
  name = "ldap"
}

data "authentik_rbac_role" "there" {
  name = "ldap-search"
}

import {
  to = authentik_provider_ldap.directory
  id = "name=ldap"
}

import {
  to = authentik_application.directory
  id = "ldap"
}

import {
  to = authentik_user.bind
  id = "username=ldap-bind"
}

import {
  to = authentik_rbac_role.search
  id = "name=ldap-search"
}

import {
  to = authentik_group.search
  id = "name=ldap-search"
}

import {
  for_each = var.search_permission ? toset(["search"]) : toset([])
  to       = authentik_rbac_permission_role.search[0]
  id       = "${data.authentik_rbac_role.there.id}:authentik_providers_ldap.search_full_directory:authentik_providers_ldap.ldapprovider:${data.authentik_provider_ldap.there.id}"
}

import {
  to = authentik_outpost.ldap
  id = "name=ldap"
}

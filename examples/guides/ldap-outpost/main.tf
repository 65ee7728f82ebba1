# Flows that authentik's blueprints have created.
data "authentik_flow" "bind" {
  slug = "default-authentication-flow"
}

data "authentik_flow" "unbind" {
  count = var.unbind_flow == null ? 0 : 1
  slug  = var.unbind_flow
}

resource "authentik_provider_ldap" "directory" {
  name        = "ldap"
  bind_flow   = data.authentik_flow.bind.uuid
  unbind_flow = one(data.authentik_flow.unbind[*].uuid)
  base_dn     = var.base_dn
  bind_mode   = "cached"
  search_mode = "cached"
}

# Who may use the application may bind.
resource "authentik_application" "directory" {
  name              = "LDAP"
  slug              = "ldap"
  protocol_provider = authentik_provider_ldap.directory.id
}

# The user with which programs bind and search, here cn=ldap-bind,ou=users,DC=example,DC=com.
resource "authentik_user" "bind" {
  username = "ldap-bind"
  name     = "LDAP bind user"
  type     = "service_account"
  path     = "service-accounts"
  password = var.bind_password
}

# Its group has a role that may search the whole directory.
resource "authentik_rbac_role" "search" {
  name = "ldap-search"
}

resource "authentik_group" "search" {
  name  = "ldap-search"
  users = [authentik_user.bind.id]
  roles = [authentik_rbac_role.search.id]
}

resource "authentik_rbac_permission_role" "search" {
  count      = var.search_permission ? 1 : 0
  role       = authentik_rbac_role.search.id
  permission = "authentik_providers_ldap.search_full_directory"
  model      = "authentik_providers_ldap.ldapprovider"
  object_id  = authentik_provider_ldap.directory.id
}

# Without a service connection you deploy the outpost yourself, here by a Helm chart.
resource "authentik_outpost" "ldap" {
  name               = "ldap"
  type               = "ldap"
  protocol_providers = [authentik_provider_ldap.directory.id]
  config = jsonencode({
    authentik_host = var.auth_url
    log_level      = var.log_level
  })
}

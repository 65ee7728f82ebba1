terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

resource "authentik_rbac_role" "support" {
  name = "roles-support"
}

resource "authentik_group" "support" {
  name  = "roles-support"
  roles = [authentik_rbac_role.support.id]
}

resource "authentik_rbac_permission_role" "view_users" {
  role       = authentik_rbac_role.support.id
  permission = "authentik_core.view_user"
}

resource "authentik_rbac_permission_role" "reset" {
  role       = authentik_rbac_role.support.id
  permission = "authentik_core.reset_user_password"
}

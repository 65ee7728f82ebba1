terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

variable "people" {
  type = map(object({ name = string, email = string, groups = list(string) }))
  default = {
    ada   = { name = "Ada", email = "ada@company.example", groups = ["people-engineering", "people-leads"] }
    grace = { name = "Grace", email = "grace@company.example", groups = ["people-engineering"] }
  }
}

resource "authentik_group" "all" {
  name         = "people"
  is_superuser = false
}

resource "authentik_group" "team" {
  for_each   = toset(distinct(flatten([for person in var.people : person.groups])))
  name       = each.key
  parents    = [authentik_group.all.id]
  attributes = jsonencode({ team = each.key })
}

resource "authentik_user" "person" {
  for_each   = var.people
  username   = each.key
  name       = each.value.name
  email      = each.value.email
  groups     = [for group in each.value.groups : authentik_group.team[group].id]
  attributes = jsonencode({ settings = { locale = "en" } })
}

data "authentik_group" "admins" {
  name          = "authentik Admins"
  include_users = false
}

resource "authentik_group" "operators" {
  name    = "people-operators"
  parents = [data.authentik_group.admins.id]
  users   = [authentik_user.operator.id]
}

resource "authentik_user" "operator" {
  username  = "operator"
  name      = "Operator"
  is_active = true
}

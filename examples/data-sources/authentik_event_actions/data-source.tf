# The token's user needs no permission.

data "authentik_event_actions" "all" {}

# What the action `login_failed` is called in authentik's interface.
output "label" {
  value = one([for each in data.authentik_event_actions.all.actions : each.label if each.name == "login_failed"])
}

# The token's user needs these permissions:
# authentik_flows.view_flow
# authentik_flows.add_flow
# authentik_flows.change_flow
# authentik_flows.delete_flow

resource "authentik_flow" "sms" {
  name           = "Text message setup"
  slug           = "authenticator-sms-setup"
  title          = "Set up text messages"
  designation    = "stage_configuration"
  authentication = "require_authenticated" # since authentik 2022.12
}

# Other objects refer to the flow by `uuid`; `id` is its slug.
output "flow" {
  value = authentik_flow.sms.uuid
}

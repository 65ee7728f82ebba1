# The token's user needs the permission
# authentik_events.view_notificationtransport.

# All of them, with all secrets kept out of the state.
data "authentik_event_transports" "all" {
  omit_secrets = true
}

# Those with mode = "webhook".
data "authentik_event_transports" "some" {
  mode         = "webhook"
  omit_secrets = true
}

# The UUIDs by name.
output "ids" {
  value = { for transport in data.authentik_event_transports.all.objects : transport.name => transport.id }
}

# By name.
terraform import authentik_event_transport.chat "name=security-chat"

# By UUID.
terraform import authentik_event_transport.chat 7ca2f286-fa25-45eb-af6f-7ba6d2c247f8

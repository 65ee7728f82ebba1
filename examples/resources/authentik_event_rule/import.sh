# By name.
terraform import authentik_event_rule.suspicious "name=notify-of-suspicious-requests"

# By UUID.
terraform import authentik_event_rule.suspicious 5d60ec26-b55a-466b-bb78-32df45258e13

# By name.
terraform import authentik_policy_expression.weekdays "name=verified-on-weekdays"

# By UUID.
terraform import authentik_policy_expression.weekdays 45ae9d8f-720c-48f6-8df5-fc7bcb93fa4b

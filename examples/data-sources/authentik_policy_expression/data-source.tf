# The token's user needs the permission authentik_policies_expression.view_expressionpolicy.

# By name.
data "authentik_policy_expression" "by_name" {
  name = "example-expression"
}

# By UUID.
data "authentik_policy_expression" "by_id" {
  id = "0b7c52f1-6d1e-4a4b-9a55-6f0d3c1b8e27"
}

output "expression" {
  value = data.authentik_policy_expression.by_name.expression
}

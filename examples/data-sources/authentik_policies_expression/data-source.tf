# The token's user needs the permission
# authentik_policies_expression.view_expressionpolicy.

# All of them.
data "authentik_policies_expression" "all" {}

# Those with execution_logging = true.
data "authentik_policies_expression" "some" {
  execution_logging = true
}

# The UUIDs by name.
output "ids" {
  value = { for policy in data.authentik_policies_expression.all.objects : policy.name => policy.id }
}

import {
  to = authentik_policy_expression.weekdays
  identity = {
    id = "45ae9d8f-720c-48f6-8df5-fc7bcb93fa4b"
  }
}

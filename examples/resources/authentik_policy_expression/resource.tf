# The token's user needs these permissions:
# authentik_policies_expression.view_expressionpolicy
# authentik_policies_expression.add_expressionpolicy
# authentik_policies_expression.change_expressionpolicy
# authentik_policies_expression.delete_expressionpolicy

# Users whose email address is verified, on weekdays.
resource "authentik_policy_expression" "weekdays" {
  name              = "verified-on-weekdays"
  execution_logging = true
  expression        = <<-EOT
    from datetime import datetime
    if not request.user.attributes.get("email_verified", False):
        ak_message("Verify your email address first.")
        return False
    return datetime.now().weekday() < 5
  EOT
}

# By name.
terraform import authentik_policy_event_matcher.failed_logins "name=failed-logins"

# By UUID.
terraform import authentik_policy_event_matcher.failed_logins 8ef47b1c-8c44-4382-a31d-863579248dc3

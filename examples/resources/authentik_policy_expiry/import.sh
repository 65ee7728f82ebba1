# By name.
terraform import authentik_policy_expiry.yearly "name=password-expiry"

# By UUID.
terraform import authentik_policy_expiry.yearly 72d76839-02b7-4207-bd9f-c306db47ce47

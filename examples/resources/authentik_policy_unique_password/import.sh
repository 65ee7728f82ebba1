# By name.
terraform import authentik_policy_unique_password.no_reuse "name=no-password-reuse"

# By UUID.
terraform import authentik_policy_unique_password.no_reuse a7be6f9f-01d1-4026-8564-6efdaae252e4

# By name.
terraform import authentik_policy_dummy.slow "name=slow-policy"

# By UUID.
terraform import authentik_policy_dummy.slow 525e2a6e-08ef-4f3f-a1a3-b17fc6eb2916

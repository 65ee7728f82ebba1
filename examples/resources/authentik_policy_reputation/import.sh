# By name.
terraform import authentik_policy_reputation.suspicious "name=suspicious-clients"

# By UUID.
terraform import authentik_policy_reputation.suspicious 6af4648a-5dba-4028-b9c9-716eee10dc12

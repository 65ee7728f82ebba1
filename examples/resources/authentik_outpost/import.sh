# By name.
terraform import authentik_outpost.branch_office "name=branch-office"

# By UUID.
terraform import authentik_outpost.branch_office 7daf48f9-24f2-46f4-8e57-6104ccc8c6e2

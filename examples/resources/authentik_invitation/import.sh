# By name.
terraform import authentik_invitation.partner "name=partner-2030"

# By UUID.
terraform import authentik_invitation.partner a3013c08-2c75-4dc9-9359-8c3baac1afa1

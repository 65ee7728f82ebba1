# By UUID.
terraform import authentik_user_offboarding.contractor 8ff9b516-c15d-4b0c-af9e-b57e9594ec02

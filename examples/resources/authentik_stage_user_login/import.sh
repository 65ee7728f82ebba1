# By name.
terraform import authentik_stage_user_login.login "name=login-session"

# By UUID.
terraform import authentik_stage_user_login.login ce69a05a-1149-4b55-934a-2b414fef2ce8

# By protocol_provider, user and google_id.
terraform import authentik_provider_google_workspace_user.grace "protocol_provider=school,user=grace,google_id=103547991597142817347"

# By protocol_provider and user.
terraform import authentik_provider_google_workspace_user.grace "protocol_provider=school,user=grace"

# By UUID.
terraform import authentik_provider_google_workspace_user.grace dcbe5882-61ba-49ab-979a-8aaa89a9c511

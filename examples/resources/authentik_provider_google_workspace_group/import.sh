# By protocol_provider, group and google_id.
terraform import authentik_provider_google_workspace_group.research "protocol_provider=school,group=Research,google_id=103547991597142817347"

# By protocol_provider and group.
terraform import authentik_provider_google_workspace_group.research "protocol_provider=school,group=Research"

# By UUID.
terraform import authentik_provider_google_workspace_group.research 008c7019-738a-41b3-8cef-95f00ba3620a

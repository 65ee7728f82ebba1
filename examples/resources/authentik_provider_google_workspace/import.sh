# By name.
terraform import authentik_provider_google_workspace.workspace "name=workspace"

# By ID.
terraform import authentik_provider_google_workspace.workspace 38

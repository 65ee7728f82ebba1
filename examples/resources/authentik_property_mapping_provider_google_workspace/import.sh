# By name.
terraform import authentik_property_mapping_provider_google_workspace.user "name=google-change-password"

# By UUID.
terraform import authentik_property_mapping_provider_google_workspace.user 34ed67b6-6e0a-4b0f-9b91-e09f386b4e38

# There is one set of them.
terraform import authentik_system_settings.settings settings

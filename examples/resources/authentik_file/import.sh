# By usage and name.
terraform import authentik_file.logo media/example/logo.svg

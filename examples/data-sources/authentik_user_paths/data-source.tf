# The token's user needs the permission authentik_core.view_user.

data "authentik_user_paths" "all" {}

output "user_folders" {
  value = data.authentik_user_paths.all.paths
}

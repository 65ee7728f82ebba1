# The token's user needs the permission
# authentik_stages_redirect.view_redirectstage.

# All of them.
data "authentik_stages_redirect" "all" {}

# Those with mode = "flow".
data "authentik_stages_redirect" "some" {
  mode = "flow"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_redirect.all.objects : stage.name => stage.id }
}

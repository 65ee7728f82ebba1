# The token's user needs the permission
# authentik_stages_prompt.view_promptstage.

# All of them.
data "authentik_stages_prompt" "all" {}

# Those whose name contains a string.
data "authentik_stages_prompt" "some" {
  search = "enrollment"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_prompt.all.objects : stage.name => stage.id }
}

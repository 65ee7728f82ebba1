# The token's user needs the permission
# authentik_stages_identification.view_identificationstage.

# All of them.
data "authentik_stages_identification" "all" {}

# Those whose name contains a string.
data "authentik_stages_identification" "some" {
  search = "identification"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_identification.all.objects : stage.name => stage.id }
}

# The token's user needs the permission
# authentik_stages_mtls.view_mutualtlsstage.

# All of them.
data "authentik_stages_mutual_tls" "all" {}

# Those with mode = "required".
data "authentik_stages_mutual_tls" "some" {
  mode = "required"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_mutual_tls.all.objects : stage.name => stage.id }
}

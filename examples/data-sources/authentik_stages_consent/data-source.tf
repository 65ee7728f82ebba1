# The token's user needs the permission
# authentik_stages_consent.view_consentstage.

# All of them.
data "authentik_stages_consent" "all" {}

# Those with mode = "expiring".
data "authentik_stages_consent" "some" {
  mode = "expiring"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_consent.all.objects : stage.name => stage.id }
}

# The token's user needs the permission
# authentik_core.view_token.

# All of them.
data "authentik_tokens" "all" {}

# Those with expiring = false.
data "authentik_tokens" "some" {
  expiring = false
}

# The UUIDs by identifier.
output "ids" {
  value = { for token in data.authentik_tokens.all.objects : token.identifier => token.id }
}

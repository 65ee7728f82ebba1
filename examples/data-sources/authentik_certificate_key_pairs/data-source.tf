# The token's user needs the permission
# authentik_crypto.view_certificatekeypair.

# All of them.
data "authentik_certificate_key_pairs" "all" {}

# Those whose name contains a string.
data "authentik_certificate_key_pairs" "some" {
  search = "authority"
}

# The UUIDs by name.
output "ids" {
  value = { for pair in data.authentik_certificate_key_pairs.all.objects : pair.name => pair.id }
}

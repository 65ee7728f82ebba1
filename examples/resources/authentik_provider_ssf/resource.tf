# The token's user needs these permissions:
# authentik_providers_ssf.view_ssfprovider
# authentik_providers_ssf.add_ssfprovider
# authentik_providers_ssf.change_ssfprovider
# authentik_providers_ssf.delete_ssfprovider
# and, to find the key,
# authentik_crypto.view_certificatekeypair

data "authentik_certificate_key_pair" "signing" {
  name = "authentik Self-signed Certificate"
}

# Needs an enterprise license. Deleting the key pair deletes the provider.
resource "authentik_provider_ssf" "devices" {
  name            = "devices"
  signing_key     = data.authentik_certificate_key_pair.signing.id
  event_retention = "days=7"
}

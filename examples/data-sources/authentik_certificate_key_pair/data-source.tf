# The token's user needs these permissions:
# authentik_crypto.view_certificatekeypair
# authentik_crypto.view_certificatekeypair_certificate

# By name.
data "authentik_certificate_key_pair" "by_name" {
  name = "authentik Self-signed Certificate"
}

# With the certificate, which authentik logs as an event at every refresh.
data "authentik_certificate_key_pair" "with_certificate" {
  name              = "authentik Self-signed Certificate"
  fetch_certificate = true
}

output "expires" {
  value = data.authentik_certificate_key_pair.by_name.expiry
}

output "certificate" {
  value = data.authentik_certificate_key_pair.with_certificate.certificate_data
}

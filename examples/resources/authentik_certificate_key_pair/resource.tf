# The token's user needs these permissions:
# authentik_crypto.view_certificatekeypair
# authentik_crypto.add_certificatekeypair
# authentik_crypto.change_certificatekeypair
# authentik_crypto.delete_certificatekeypair

# A certificate without a private key, to verify those that this authority has issued.
# With a private key that stays out of the state, add
#   key_data_wo         = file("sso.example.com.key")
#   key_data_wo_version = 1
resource "authentik_certificate_key_pair" "authority" {
  name             = "client-authority"
  certificate_data = <<-EOT
    -----BEGIN CERTIFICATE-----
    MIIBjzCCATWgAwIBAgIUfACJTw1/TAzsVkGvx8iPilDiubowCgYIKoZIzj0EAwIw
    HDEaMBgGA1UEAwwRRXhhbXBsZSBDbGllbnQgQ0EwIBcNMjYxMTI1MjMxNzUzWhgP
    MjA1MTA3MTcyMzE3NTNaMBwxGjAYBgNVBAMMEUV4YW1wbGUgQ2xpZW50IENBMFkw
    EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEyULwbC4vT9Qukw2PXaHi2u5EjDmSNsL3
    p/qeKPS++Akz5ZrC2E5p67CRdubKSkyxELsPaFLGMaiaEIwnZA8NLqNTMFEwHQYD
    VR0OBBYEFKQ1G8NUg6dz7zIq9jC47B2T9iXwMB8GA1UdIwQYMBaAFKQ1G8NUg6dz
    7zIq9jC47B2T9iXwMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIg
    YdnpIOSzE1wEdjvwaLxjzdgT1TgUXVkF2kHy1fZRlwYCIQC0irJj/rAvboY4mynI
    vAwKUY1Xj7CxsgN1oz4C5q4RTg==
    -----END CERTIFICATE-----
  EOT
}

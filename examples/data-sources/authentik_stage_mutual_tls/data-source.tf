# The token's user needs the permission authentik_stages_mtls.view_mutualtlsstage.

# By name.
data "authentik_stage_mutual_tls" "staff" {
  name = "client-certificate-of-staff"
}

# What of the certificate says who the user is.
output "cert_attribute" {
  value = data.authentik_stage_mutual_tls.staff.cert_attribute
}

# The token's user needs these permissions:
# authentik_sources_kerberos.view_kerberossource
# authentik_sources_kerberos.add_kerberossource
# authentik_sources_kerberos.change_kerberossource
# authentik_sources_kerberos.delete_kerberossource

# Since authentik 2024.10. Users with a ticket of the realm sign in without a password. The
# keytab is a file on the server; `filebase64()` would send it.
resource "authentik_source_kerberos" "corp" {
  name               = "Company network"
  slug               = "corp"
  realm              = "CORP.EXAMPLE.COM"
  spnego_server_name = "HTTP@login.example.com"
  spnego_keytab      = "FILE:/etc/authentik/http.keytab"
  krb5_conf          = <<-EOT
    [libdefaults]
      dns_lookup_kdc = true
  EOT
}

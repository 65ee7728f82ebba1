import {
  to = authentik_source_kerberos.corp
  id = "corp" # or the UUID, or realm=CORP.EXAMPLE.COM, or name=Company network
}

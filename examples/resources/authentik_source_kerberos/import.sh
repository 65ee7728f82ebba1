# By slug.
terraform import authentik_source_kerberos.corp corp

# By realm.
terraform import authentik_source_kerberos.corp "realm=CORP.EXAMPLE.COM"

# By name.
terraform import authentik_source_kerberos.corp "name=Company network"

# By UUID.
terraform import authentik_source_kerberos.corp 0fb9893f-4663-4bf7-8afe-f8a302405cc1

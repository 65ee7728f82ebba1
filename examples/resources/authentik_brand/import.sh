# By domain.
terraform import authentik_brand.example "domain=login.example.com"

# By UUID.
terraform import authentik_brand.example 04a9fba2-f0c4-4456-9e6b-9c8a4eca48d4

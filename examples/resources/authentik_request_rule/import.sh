# By name.
terraform import authentik_request_rule.owners "name=Owners decide"

# By UUID.
terraform import authentik_request_rule.owners 8e6391ef-0419-4755-94fe-5f3f724f64ab

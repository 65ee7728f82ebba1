# The token's user needs the permission authentik_endpoints.view_connector.

# A connector of any type by name.
data "authentik_endpoints_connector" "laptops" {
  name = "Laptops"
}

output "type" {
  value = data.authentik_endpoints_connector.laptops.meta_model_name
}

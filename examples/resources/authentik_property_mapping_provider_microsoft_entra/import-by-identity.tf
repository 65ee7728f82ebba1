import {
  to = authentik_property_mapping_provider_microsoft_entra.department
  identity = {
    id = "9f48d07e-e66a-4713-ac66-cee7d3b17fda"
  }
}

import {
  to = authentik_brand.example
  identity = {
    id = "04a9fba2-f0c4-4456-9e6b-9c8a4eca48d4"
  }
}

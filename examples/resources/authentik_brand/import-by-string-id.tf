import {
  to = authentik_brand.example
  id = "domain=login.example.com" # or the UUID
}

import {
  to = authentik_property_mapping_provider_radius.class
  identity = {
    id = "84a90086-9586-4854-bfd0-d526a11bc2c3"
  }
}

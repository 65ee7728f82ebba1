import {
  to = authentik_object_attribute.cost_center
  identity = {
    id = "2a47cbe0-d9df-45d5-b859-1ebed6a7e47a"
  }
}

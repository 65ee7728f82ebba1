# The token's user needs the permission authentik_requests.view_requestrulechildbinding.

variable "child_binding" {
  description = "UUID of the request rule child binding."
  type        = string
}

data "authentik_request_rule_child_binding" "example" {
  id = var.child_binding
}

output "target" {
  value = data.authentik_request_rule_child_binding.example.target
}

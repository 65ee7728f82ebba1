# Contractors get in from the office only.
resource "authentik_policy_expression" "contractors" {
  name       = "grafana-contractors"
  expression = <<-EOT
    if not request.user.attributes.get("contractor", False):
        return True
    ak_message("Use Grafana from the office.")
    return ak_client_ip in ip_network("192.0.2.0/24")
  EOT
}

resource "authentik_policy_binding" "contractors" {
  target = authentik_application.grafana.uuid
  policy = authentik_policy_expression.contractors.id
  order  = 0
}

# The token's user needs these permissions:
# authentik_blueprints.view_blueprintinstance
# authentik_blueprints.add_blueprintinstance
# authentik_blueprints.change_blueprintinstance
# authentik_blueprints.delete_blueprintinstance

# Creates a group, and waits until authentik has applied that.
resource "authentik_blueprint" "teams" {
  name    = "Teams"
  content = <<-EOT
    version: 1
    metadata:
      name: Teams
    entries:
      - model: authentik_core.group
        identifiers:
          name: !Context team
  EOT
  context = jsonencode({ team = "Engineering" })

  timeouts = {
    create = "10m"
    update = "10m"
  }
}

# What authentik is to create, as YAML in a file of its own. Whoever edits that file needs
# no Terraform, and a plan shows the difference.
resource "authentik_blueprint" "teams" {
  name    = "Teams"
  content = file("${path.module}/teams.yaml")

  # What `!Context` in the file stands for. Plans do not show it; the state has it.
  context = jsonencode({
    password_length = var.password_length
    contact         = var.contact
  })

  timeouts = {
    create = "10m"
    update = "10m"
  }
}

# An object that the blueprint has created, for other resources to refer to.
data "authentik_policy_password" "teams" {
  count = var.read_policy ? 1 : 0
  name  = "teams-password"

  depends_on = [authentik_blueprint.teams]
}

# The token's user needs the permission
# authentik_lifecycle.view_lifecyclerule.

# All of them.
data "authentik_lifecycle_rules" "all" {}

# Those with content_type = "authentik_rbac.role".
data "authentik_lifecycle_rules" "some" {
  content_type = "authentik_rbac.role"
}

# The UUIDs by name.
output "ids" {
  value = { for rule in data.authentik_lifecycle_rules.all.objects : rule.name => rule.id }
}

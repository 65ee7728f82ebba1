# The token's user needs the permission
# authentik_outposts.view_outpost.

# All of them.
data "authentik_outposts" "all" {}

# Those with type = "proxy".
data "authentik_outposts" "some" {
  type = "proxy"
}

# The UUIDs by name.
output "ids" {
  value = { for outpost in data.authentik_outposts.all.objects : outpost.name => outpost.id }
}

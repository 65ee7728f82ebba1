# The token's user needs the permission authentik_core.view_source.

# The built-in source, which stands for the server's own users.
data "authentik_source" "built_in" {
  managed = "goauthentik.io/sources/inbuilt"
}

output "built_in" {
  value = data.authentik_source.built_in.uuid
}

# The token's user needs the permission
# authentik_stages_identification.view_identificationstage.

# By name.
data "authentik_stage_identification" "default" {
  name = "default-authentication-identification"
}

# By what users can identify themselves.
output "user_fields" {
  value = data.authentik_stage_identification.default.user_fields
}

# The token's user needs the permission authentik_core.view_application.

# Whether the user with this ID may use the application. A token of a superuser is
# needed to ask for others.
data "authentik_application_access" "contractor" {
  slug = "wiki"
  user = 42
}

# Fails the run where somebody gets in who should not.
check "contractors_stay_out" {
  assert {
    condition     = !data.authentik_application_access.contractor.passing
    error_message = "The contractor may use the wiki."
  }
}

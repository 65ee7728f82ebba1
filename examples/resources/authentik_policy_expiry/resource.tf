# The token's user needs these permissions:
# authentik_policies_expiry.view_passwordexpirypolicy
# authentik_policies_expiry.add_passwordexpirypolicy
# authentik_policies_expiry.change_passwordexpirypolicy
# authentik_policies_expiry.delete_passwordexpirypolicy

# Users have to recover their account if their password is older than a year.
resource "authentik_policy_expiry" "yearly" {
  name = "password-expiry"
  days = 365
}

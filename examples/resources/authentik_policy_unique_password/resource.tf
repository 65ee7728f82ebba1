# The token's user needs these permissions:
# authentik_policies_unique_password.view_uniquepasswordpolicy
# authentik_policies_unique_password.add_uniquepasswordpolicy
# authentik_policies_unique_password.change_uniquepasswordpolicy
# authentik_policies_unique_password.delete_uniquepasswordpolicy

# None of the last five passwords. authentik needs an enterprise license for this.
resource "authentik_policy_unique_password" "no_reuse" {
  name                     = "no-password-reuse"
  num_historical_passwords = 5
}

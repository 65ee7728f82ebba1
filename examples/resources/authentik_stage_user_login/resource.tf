# The token's user needs these permissions:
# authentik_stages_user_login.view_userloginstage
# authentik_stages_user_login.add_userloginstage
# authentik_stages_user_login.change_userloginstage
# authentik_stages_user_login.delete_userloginstage

# Users stay signed in for a working day, or two weeks longer where they ask for it.
resource "authentik_stage_user_login" "login" {
  name               = "login-session"
  session_duration   = "hours=10"
  remember_me_offset = "days=14" # since authentik 2023.4
}

import {
  to = authentik_stage_user_login.login
  identity = {
    id = "ce69a05a-1149-4b55-934a-2b414fef2ce8"
  }
}

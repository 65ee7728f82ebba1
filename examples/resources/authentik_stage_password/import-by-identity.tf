import {
  to = authentik_stage_password.login
  identity = {
    id = "15f7118e-1e54-4a0c-ad2c-9955d4b4bfd9"
  }
}

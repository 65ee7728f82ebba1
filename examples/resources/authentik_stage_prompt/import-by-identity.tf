import {
  to = authentik_stage_prompt.profile
  identity = {
    id = "fccbe84f-e75f-4d35-89fe-4891a5091fb6"
  }
}

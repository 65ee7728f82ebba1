import {
  to = authentik_file.logo
  identity = {
    id = "media/example/logo.svg"
  }
}

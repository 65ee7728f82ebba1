import {
  to = authentik_file.logo
  id = "media/example/logo.svg"
}

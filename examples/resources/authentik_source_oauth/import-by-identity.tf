import {
  to = authentik_source_oauth.gitlab
  identity = {
    uuid = "e3fb0d7b-0f07-4ef4-8fde-0985821e8465"
  }
}

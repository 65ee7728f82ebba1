import {
  to = authentik_source_oauth.gitlab
  id = "gitlab" # or the UUID, or name=GitLab
}

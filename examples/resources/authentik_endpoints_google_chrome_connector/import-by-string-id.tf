import {
  to = authentik_endpoints_google_chrome_connector.chrome
  id = "name=Chrome" # or the UUID
}

import {
  to = authentik_endpoints_google_chrome_connector.chrome
  identity = {
    id = "b8033f67-a547-47c7-b2d3-01e30377dc1d"
  }
}

# By name.
terraform import authentik_endpoints_google_chrome_connector.chrome "name=Chrome"

# By UUID.
terraform import authentik_endpoints_google_chrome_connector.chrome b8033f67-a547-47c7-b2d3-01e30377dc1d

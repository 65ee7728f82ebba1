# The token's user needs the permission authentik_endpoints_connectors_google_chrome.view_googlechromeconnector.

# By name, without its credentials.
data "authentik_endpoints_google_chrome_connector" "chrome" {
  name         = "Chrome"
  omit_secrets = true
}

output "chrome_url" {
  value = data.authentik_endpoints_google_chrome_connector.chrome.chrome_url
}

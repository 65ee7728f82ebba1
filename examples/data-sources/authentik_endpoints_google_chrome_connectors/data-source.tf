# The token's user needs the permission
# authentik_endpoints_connectors_google_chrome.view_googlechromeconnector.

# All of them, with all secrets kept out of the state.
data "authentik_endpoints_google_chrome_connectors" "all" {
  omit_secrets = true
}

# Those whose name contains a string.
data "authentik_endpoints_google_chrome_connectors" "some" {
  search       = "Chrome"
  omit_secrets = true
}

# The UUIDs by name.
output "ids" {
  value = { for connector in data.authentik_endpoints_google_chrome_connectors.all.objects : connector.name => connector.id }
}

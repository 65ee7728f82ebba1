# The token's user needs these permissions:
# authentik_endpoints_connectors_google_chrome.view_googlechromeconnector
# authentik_endpoints_connectors_google_chrome.add_googlechromeconnector
# authentik_endpoints_connectors_google_chrome.change_googlechromeconnector
# authentik_endpoints_connectors_google_chrome.delete_googlechromeconnector

variable "google_credentials" {
  description = "Key of the Google service account as JSON."
  type        = string
  sensitive   = true
}

# Since authentik 2026.5, with an enterprise license.
resource "authentik_endpoints_google_chrome_connector" "chrome" {
  name                   = "Chrome"
  credentials_wo         = var.google_credentials
  credentials_wo_version = 1
}

# To enter in the Google Admin console.
output "chrome_url" {
  value = authentik_endpoints_google_chrome_connector.chrome.chrome_url
}

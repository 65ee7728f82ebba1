# The token's user needs these permissions:
# authentik_endpoints_connectors_google_chrome.view_googlechromeconnector
# authentik_endpoints_connectors_google_chrome.add_googlechromeconnector
# authentik_endpoints_connectors_google_chrome.change_googlechromeconnector
# authentik_endpoints_connectors_google_chrome.delete_googlechromeconnector

variable "google_private_key" {
  description = "Private key of the Google service account."
  type        = string
  sensitive   = true
}

# Since authentik 2026.5, with an enterprise license.
resource "authentik_endpoints_google_chrome_connector" "chrome" {
  name = "Chrome"
  credentials_wo = jsonencode({
    type         = "service_account"
    client_email = "authentik@example.iam.gserviceaccount.com"
    private_key  = var.google_private_key
  })
  credentials_wo_version = 1
}

# To enter in the Google Admin console.
output "chrome_url" {
  value = authentik_endpoints_google_chrome_connector.chrome.chrome_url
}

terraform {
  required_providers {
    authentik = {
      source = "authentik-iac/authentik"
    }
  }
}

# The token comes from the environment variable AUTHENTIK_TOKEN, so that no file
# contains it. The address can come from AUTHENTIK_URL in the same way.
provider "authentik" {
  url = "https://auth.example.com"
}

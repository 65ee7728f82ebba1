terraform {
  required_providers {
    authentik = {
      source = "authentik-iac/authentik"
    }
  }
}

# The address and the token come from AUTHENTIK_URL and AUTHENTIK_TOKEN.
provider "authentik" {}

terraform {
  required_providers {
    authentik = { source = "authentik-iac/authentik" }
  }
}

# The address and the token come from AUTHENTIK_URL and AUTHENTIK_TOKEN.
provider "authentik" {}

data "authentik_stage_authenticator_sms" "recorded" {
  name = "sms-twilio"
}

output "from_number" {
  value = data.authentik_stage_authenticator_sms.recorded.from_number
}

output "verify_only" {
  value = data.authentik_stage_authenticator_sms.recorded.verify_only
}

output "flows" {
  value = data.authentik_stage_authenticator_sms.recorded.flow_set[*].slug
}

terraform {
  required_version = ">= 1.8"

  required_providers {
    authentik = {
      source = "authentik-iac/authentik"
    }
  }

  # The check compares with what was last applied, so the state must outlive the
  # run: put your backend here.
  # backend "s3" {}
}

# The address and the token come from AUTHENTIK_URL and AUTHENTIK_TOKEN.
provider "authentik" {}

data "authentik_stage_authenticator_sms" "watched" {
  name = "authenticator-sms" # the name of your stage

  # A check for drift needs no secrets. This keeps them out of the state.
  omit_secrets = true
}

# Of a data source only what is in an output counts as a change. This watches the
# whole stage, the flows that it is bound to included.
output "sms_stage" {
  value = { for name, value in data.authentik_stage_authenticator_sms.watched : name => value if !contains(["auth", "auth_password"], name) }
}

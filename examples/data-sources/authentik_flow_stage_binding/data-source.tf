# The token's user needs these permissions:
# authentik_flows.view_flowstagebinding
# authentik_flows.view_flow
# authentik_flows.view_stage

data "authentik_flow" "login" {
  slug = "default-authentication-flow"
}

data "authentik_stage" "mfa" {
  name = "default-authentication-mfa-validation"
}

# By flow and stage. Where the flow has the stage at several places, give the order too.
data "authentik_flow_stage_binding" "mfa" {
  target = data.authentik_flow.login.uuid
  stage  = data.authentik_stage.mfa.id
}

# What a policy is bound to that decides who is asked for a second factor.
output "policy_target" {
  value = data.authentik_flow_stage_binding.mfa.id
}

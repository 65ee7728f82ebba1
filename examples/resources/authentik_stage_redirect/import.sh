# By name.
terraform import authentik_stage_redirect.change "name=go-to-password-change"

# By UUID.
terraform import authentik_stage_redirect.change c90126ad-fa73-413f-9fc4-c761fd22000f

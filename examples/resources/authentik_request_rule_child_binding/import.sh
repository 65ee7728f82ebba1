# By UUID.
terraform import authentik_request_rule_child_binding.archive f0228b04-9a2b-4138-aeda-9cf87b4137b7

# By application and name.
terraform import authentik_application_entitlement.agent "application=tickets,name=Agent"

# By UUID.
terraform import authentik_application_entitlement.agent acc370ab-4dca-4f34-85af-8b24996fbf11

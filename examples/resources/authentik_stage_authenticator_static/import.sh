# By name.
terraform import authentik_stage_authenticator_static.codes "name=authenticator-static-setup"

# By UUID.
terraform import authentik_stage_authenticator_static.codes eac29293-a76c-4778-97fc-84b598b74af9

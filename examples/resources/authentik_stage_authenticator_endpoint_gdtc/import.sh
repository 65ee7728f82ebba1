# By name.
terraform import authentik_stage_authenticator_endpoint_gdtc.chrome "name=authenticator-endpoint-gdtc"

# By UUID.
terraform import authentik_stage_authenticator_endpoint_gdtc.chrome 0ff9daa9-f40c-46ea-bb43-87010f59facd

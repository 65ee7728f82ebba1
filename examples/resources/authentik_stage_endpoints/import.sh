# By name.
terraform import authentik_stage_endpoints.device "name=known-device"

# By UUID.
terraform import authentik_stage_endpoints.device 12ed0940-1f15-4552-923b-44ad7fa2fdec

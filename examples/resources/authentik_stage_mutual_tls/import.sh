# By name.
terraform import authentik_stage_mutual_tls.certificate "name=client-certificate"

# By UUID.
terraform import authentik_stage_mutual_tls.certificate d4462232-859a-4010-b810-f388116ca174

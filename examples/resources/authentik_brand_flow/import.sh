# By the brand's UUID and the purpose.
terraform import authentik_brand_flow.recovery ad936fcb-ed63-4fa6-be05-c3ea03953905:recovery

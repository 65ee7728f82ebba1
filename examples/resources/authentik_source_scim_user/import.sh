# By source and external_id.
terraform import authentik_source_scim_user.jane "source=payroll,external_id=4711"

# By source and user.
terraform import authentik_source_scim_user.jane "source=payroll,user=5"

# By ID.
terraform import authentik_source_scim_user.jane ae5039dd-568a-4753-8809-2230839128df

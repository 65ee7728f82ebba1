import {
  to = authentik_source_scim_user.jane
  id = "source=payroll,external_id=4711" # or the ID, or source=payroll,user=5
}

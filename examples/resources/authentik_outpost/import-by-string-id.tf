import {
  to = authentik_outpost.branch_office
  id = "name=branch-office" # or the UUID
}

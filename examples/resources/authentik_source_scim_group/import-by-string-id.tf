import {
  to = authentik_source_scim_group.sales
  id = "source=phone-book,external_id=12" # or the ID, or source=phone-book,group=sales
}

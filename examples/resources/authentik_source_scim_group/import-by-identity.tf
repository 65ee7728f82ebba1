import {
  to = authentik_source_scim_group.sales
  identity = {
    id = "032f81c6-e725-4060-a23b-0a882c92d73a"
  }
}

# By source and external_id.
terraform import authentik_source_scim_group.sales "source=phone-book,external_id=12"

# By source and group.
terraform import authentik_source_scim_group.sales "source=phone-book,group=sales"

# By ID.
terraform import authentik_source_scim_group.sales 032f81c6-e725-4060-a23b-0a882c92d73a

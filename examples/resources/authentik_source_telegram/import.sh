# By slug.
terraform import authentik_source_telegram.members telegram

# By name.
terraform import authentik_source_telegram.members "name=Telegram"

# By UUID.
terraform import authentik_source_telegram.members 2f3fbdef-81b1-447f-b6e5-fd946ab85037

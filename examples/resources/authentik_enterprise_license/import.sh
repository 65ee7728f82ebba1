# By UUID.
terraform import authentik_enterprise_license.example 3cf0ebd1-e098-4f56-9603-e1535b904e3e

import {
  to = authentik_enterprise_license.example
  identity = {
    id = "3cf0ebd1-e098-4f56-9603-e1535b904e3e"
  }
}

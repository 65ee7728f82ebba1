# The key of the token goes to the secret store and is neither in the plan nor in the state.
ephemeral "authentik_token_key" "bot" {
  identifier = authentik_token.bot.identifier
  pk         = authentik_token.bot.pk # known only when the token exists
}

resource "vault_kv_secret_v2" "bot" {
  mount                = "secret"
  name                 = "help-desk-bot"
  data_json_wo         = jsonencode({ token = ephemeral.authentik_token_key.bot.key })
  data_json_wo_version = 1
}

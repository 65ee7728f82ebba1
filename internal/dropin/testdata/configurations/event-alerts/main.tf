terraform {
  required_providers {
    authentik = {
      source = "goauthentik/authentik"
    }
  }
}

resource "authentik_property_mapping_notification" "chat" {
  name       = "alerts-chat"
  expression = "return {\"text\": notification.body}"
}

resource "authentik_event_transport" "chat" {
  name                 = "alerts-chat"
  mode                 = "webhook"
  webhook_url          = "https://chat.company.example/hooks/security"
  webhook_mapping_body = authentik_property_mapping_notification.chat.id
  send_once            = true
}

resource "authentik_group" "security" {
  name = "alerts-security"
}

resource "authentik_event_rule" "failed" {
  name              = "alerts-failed-logins"
  severity          = "alert"
  transports        = [authentik_event_transport.chat.id]
  destination_group = authentik_group.security.id
}

resource "authentik_policy_event_matcher" "failed" {
  name   = "alerts-failed-logins"
  action = "login_failed"
}

resource "authentik_policy_binding" "failed" {
  target = authentik_event_rule.failed.id
  policy = authentik_policy_event_matcher.failed.id
  order  = 0
}

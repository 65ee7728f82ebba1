package authentiktest

import "slices"

// Paths of notifications.
const transports = "/events/transports/"

// eventModels are rules for notifications and the ways that they take.
func eventModels() map[string]*model {
	return map[string]*model{
		"/events/rules/": {
			defaults:   values{"severity": "notice"},
			derived:    computed{"group": same("destination_group"), "group_obj": one("destination_group"), "destination_group_obj": one("destination_group")},
			references: map[string]reference{"group": {to: groups}, "destination_group": {to: groups}, "transports": {to: transports}},
			unique:     []uniqueness{{field: "name", scope: "rule", message: "Notification Rule with this name already exists."}},
			completes:  renamedField("group", "destination_group"),
			aliases:    map[string]string{"group__name": "destination_group__name"},
			order:      []string{"name"}, search: []string{"name", "destination_group__name"},
		},
		transports: {
			defaults: values{"mode": "local", "email_subject_prefix": "authentik Notification: ", "email_template": "email/event_notification.html"},
			derived:  computed{"mode_verbose": modeVerbose, "webhook_mapping": same("webhook_mapping_body")},
			references: map[string]reference{
				"webhook_ca": {to: certificates}, "webhook_mapping": {to: mappings}, "webhook_mapping_body": {to: mappings}, "webhook_mapping_headers": {to: mappings},
			},
			unique:    []uniqueness{{field: "name", scope: transports, message: "Notification Transport with this name already exists."}},
			checks:    []check{webhookURL},
			formats:   map[string]format{"email_template": emailTemplate},
			completes: renamedField("webhook_mapping", "webhook_mapping_body"),
			order:     []string{"name"}, search: []string{"name", "mode", "webhook_url"},
		},
	}
}

// renamedField stores the value of a field under the name that it has in later releases.
func renamedField(before, after string) func(*Server, *write) {
	return func(_ *Server, w *write) {
		if value, ok := w.values[before]; ok {
			w.values[after] = value
			delete(w.values, before)
		}
	}
}

// webhookURL looks only at what the body holds, a PATCH's too.
var webhookURL = check{at: "webhook_url", fails: func(_ *Server, w *write) string {
	if slices.Contains([]string{"webhook", "webhook_slack"}, w.text("mode")) && w.text("webhook_url") == "" {
		return "Webhook URL may not be empty."
	}
	return ""
}}

func modeVerbose(_ *Server, of *row) any {
	return map[string]string{
		"local": "authentik inbuilt notifications", "webhook": "Generic Webhook", "webhook_slack": "Slack Webhook (Slack/Discord)", "email": "Email",
	}[keyText(of.fields["mode"])]
}

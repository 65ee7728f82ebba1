package event

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Transport is a way to notify (/api/v3/events/transports/). The webhook's URL often has
// a token in it, so it is a secret here.
var Transport = kind.Kind{
	Type: "event_transport", Plural: "event_transports", Title: "notification transport", Family: Family,
	Summary: "A notification transport is a way in which notifications reach users: in authentik's interface, by email, or by a request to a webhook.",
	Model:   "authentik_events.notificationtransport",
	API:     kind.Endpoint{Path: "/events/transports/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "mode", "send_once"},
	Rules: []kind.Rule{
		kind.RequiredIf("mode", "webhook", "webhook_url"), kind.RequiredIf("mode", "webhook_slack", "webhook_url"),
	},
	Fields: []kind.Field{
		{Name: "pk", Description: "UUID of the transport as the API names it; the same as `id`."},
		{Name: "name", Description: "Name of the transport, unique."},
		{Name: "mode", Default: "local", Description: "How the notification is delivered: `local` shows it in authentik's interface, `email` sends it, `webhook` posts JSON, `webhook_slack` posts the JSON that Slack and Discord understand."},
		{Name: "mode_verbose", Description: "Name of the mode in the server's language."},
		{Name: "webhook_url", Secret: true, Always: true, Check: webhookURL, Description: "URL that notifications are posted to. Chat services put a token into it, so it is treated as a secret.", Usage: "The modes `webhook` and `webhook_slack` require it."},
		{Name: "webhook_ca", Refers: reference.Certificate, NotIncumbent: true, Description: "UUID of the certificate-key pair with which the webhook's certificate is verified. If not set, the system's authorities are used."},
		{Name: "webhook_mapping_body", Formerly: []string{"webhook_mapping"}, Refers: reference.NotificationMapping, Description: "UUID of the webhook mapping whose result is the body of the request. If not set, authentik sends a body of its own."},
		{Name: "webhook_mapping_headers", Refers: reference.NotificationMapping, Description: "UUID of the webhook mapping whose result, a dictionary, is added to the headers of the request."},
		// The server's default ends in a space, which it takes away from everything that is written.
		{Name: "email_subject_prefix", Multiline: true, Default: "authentik Notification:", Description: "Beginning of the subject of emails."},
		{Name: "email_template", Default: "email/event_notification.html", Description: "Template of emails: one that comes with the server, or a file in its template directory."},
		{Name: "send_once", Default: false, Incumbent: true, Description: "Whether only one notification is sent for an event, to the first member of the group, rather than one to each member. Useful for webhooks that post to a channel."},
	},
}

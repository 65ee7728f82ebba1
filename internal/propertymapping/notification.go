package propertymapping

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// Notification is a webhook mapping, for notifications and for the SMS stage
// (/api/v3/propertymappings/notification/). The server checks nothing of the expression.
var Notification = kind.Kind{
	Type:    "property_mapping_notification",
	Plural:  "property_mappings_notification",
	Title:   "webhook mapping",
	Family:  Family,
	Summary: "A webhook mapping is a Python expression that determines what is sent to a webhook: to the gateway of an SMS stage, or with a notification.",
	API:     kind.Endpoint{Path: "/propertymappings/notification/"},
	Model:   "authentik_events.notificationwebhookmapping",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name"},
	Fields: []kind.Field{
		{
			Name:        "pk",
			Description: "UUID of the mapping; the same as `id`.",
		},
		{
			Name:        "name",
			Description: "Name of the mapping, unique among property mappings of all types since authentik 2023.3.",
		},
		{
			Name: "expression", Multiline: true,
			Description: "Python code that returns what is sent. In an SMS stage it has `user`, `request`, `device`, `token` and `stage`, and its result replaces the whole JSON body. authentik does not check the code. Leading and trailing whitespace is ignored, so that a heredoc can be used.",
		},
	},
}

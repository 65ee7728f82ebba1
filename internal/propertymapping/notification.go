package propertymapping

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// Notification is a webhook mapping, for notifications and for the SMS stage
// (/api/v3/propertymappings/notification/). The server checks nothing of the expression.
var Notification = kind.Kind{
	Type:    "property_mapping_notification",
	Plural:  "property_mappings_notification",
	Title:   "webhook mapping",
	Family:  Family,
	Summary: "A webhook mapping is a Python expression whose result is sent to a webhook: to the gateway of an SMS stage, or with a notification.",
	API:     kind.Endpoint{Path: "/propertymappings/notification/"},
	Model:   "authentik_events.notificationwebhookmapping",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name"},
	Fields: []kind.Field{
		{
			Name:        "pk",
			Description: "UUID of the mapping as the API names it; the same as `id`.",
		},
		{
			Name:        "name",
			Description: "Name of the mapping, from authentik 2023.3 on unique among property mappings of all types.",
		},
		{
			Name: "expression", Multiline: true,
			Description: "Python code whose `return` gives what is sent. In an SMS stage it knows `user`, `request`, `device`, `token` and `stage`, and its result takes the place of the whole JSON body. authentik does not check the code. It takes blanks and line ends off both ends, which makes no difference here, so that a heredoc can be used.",
		},
	},
}

// Package event describes what authentik does with its events: rules that notify of them,
// and the transports by which they do.
package event

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind { return []*kind.Kind{&Rule, &Transport} }

// Family is the heading in the documentation.
const Family = "Notifications"

// Rule is a notification rule (/api/v3/events/rules/). It fires for the events that its
// policy bindings let through.
var Rule = kind.Kind{
	Type: "event_rule", Plural: "event_rules", Title: "notification rule", Family: Family,
	Summary: "A notification rule notifies users of events. The policies bound to it, usually event matcher policies, select the events; without a binding it never fires.",
	Model:   "authentik_events.notificationrule",
	API:     kind.Endpoint{Path: "/events/rules/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "severity"},
	Deletes: "its policy bindings",
	Fields: []kind.Field{
		{Name: "pk", Description: "UUID of the rule as the API names it; the same as `id`. Policy bindings refer to the rule by it."},
		{Name: "name", Description: "Name of the rule, unique."},
		{Name: "transports", Refers: reference.Transport, Description: "UUIDs of the transports by which users are notified. Without any, the rule sends nothing."},
		{Name: "severity", Default: "notice", Incumbent: "warning", Description: "Severity that notifications have."},
		{Name: "destination_group", Formerly: []string{"group"}, Refers: reference.Group, Description: "UUID of the group whose members are notified."},
		{Name: "destination_event_user", Default: false, Description: "Whether the user that the event is about is notified too."},
	},
	Excluded: map[string]string{
		"destination_group_obj": "the group in full, with all its members", "group_obj": "the group in full, with all its members",
	},
}

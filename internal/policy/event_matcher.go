package policy

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// EventMatcher is a policy on events (/api/v3/policies/event_matcher/). The server answers
// 405 without a body unless all criteria that the release has are keys of the request.
var EventMatcher = kind.Kind{
	Type: "policy_event_matcher", Plural: "policies_event_matcher", Title: "event matcher policy", Titles: "event matcher policies", Article: "an", Family: Family,
	Summary: "An event matcher policy passes for events that meet all of its criteria. Bound to a notification rule it says which events the rule is for.",
	Model:   "authentik_policies_event_matcher.eventmatcherpolicy",
	API:     kind.Endpoint{Path: "/policies/event_matcher/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "execution_logging", "action", "app", "model", "client_ip"},
	Deletes: itsBindings,
	Rules:   []kind.Rule{matchesSomething},
	Fields: slices.Concat(base(), []kind.Field{
		{Name: "action", Default: "", EmptyIsNull: true, Always: true, Description: "What happened, such as `login_failed`. The data source `authentik_event_actions` lists what the server knows."},
		{Name: "client_ip", Default: "", EmptyIsNull: true, Always: true, Description: "IP address from which it happened, compared as a string."},
		{Name: "app", Default: "", EmptyIsNull: true, Always: true, Description: "App of the server that reports the event, such as `authentik.core`. The data source `authentik_admin_apps` lists them; names change with releases."},
		{Name: "model", Default: "", EmptyIsNull: true, Always: true, Description: "Model of the object that was created, changed or deleted, such as `authentik_core.user`. The data source `authentik_admin_models` lists them; names change with releases."},
		{Name: "query", Default: "", EmptyIsNull: true, Always: true, NotIncumbent: true, Description: "Expression over the fields of the event in the query language of the event log."},
	}),
}

// matchesSomething refuses what the server means to refuse: up to 2023.5 it does, later
// it takes null in every criterion, and the policy passes for every event.
func matchesSomething(arguments kind.Arguments) []kind.Finding {
	for _, name := range []string{"action", "client_ip", "app", "model", "query"} {
		if given, known := arguments.String(name); !arguments.IsUnset(name) && (!known || given != "") {
			return nil
		}
	}
	return []kind.Finding{{Attribute: "action", Summary: "Missing argument", Detail: "At least one of `action`, `client_ip`, `app`, `model` and `query` must be set. Without any the policy would pass for every event."}}
}

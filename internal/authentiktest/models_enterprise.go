package authentiktest

import "net/http"

// enterpriseModels are what needs a licence altogether. Their values come from the models of
// authentik's source.
func enterpriseModels() map[string]*model {
	return map[string]*model{
		"/enterprise/license/": {key: "license_uuid", order: []string{"name"}, search: []string{"name"}},
		"/lifecycle/rules/": {
			key:      "id",
			defaults: values{"interval": "days=60", "grace_period": "days=30", "min_reviewers": 1},
			derived: computed{
				"reviewer_groups_obj": each("reviewer_groups"), "reviewers_obj": each("reviewers"), "target_verbose": targetVerbose,
			},
			references: map[string]reference{
				"reviewer_groups": {to: groups}, "reviewers": {to: users, by: "uuid"}, "notification_transports": {to: transports},
			},
			unique:  []uniqueness{{field: "name", scope: "lifecycle rule", message: "lifecycle rule with this name already exists."}},
			checks:  []check{reviewedObject, shortGrace},
			formats: durations("interval", "grace_period"),
			order:   []string{"content_type__model"}, search: []string{"content_type__model", "reviewer_groups__name", "reviewers__username"},
		},
		"/lifecycle/user_offboarding/": {
			key: "id", defaults: values{"status": "pending", "action": "deactivate"},
			derived: computed{"user_obj": one("user")}, references: map[string]reference{"user": {to: users, cascades: true}},
			protected: cancel,
		},
		"/requests/rules/": {
			key: "uuid", enterprise: true, defaults: values{"policy_engine_mode": "any", "notification_mode": "all", "min_reviewers": 1},
			derived:    computed{"pbm_uuid": policyBinding},
			references: map[string]reference{"notification_transports": {to: transports}, "request_flow": {to: flows}},
			order:      []string{"name"},
		},
		"/requests/rule-bindings/": {
			key: "uuid", enterprise: true, defaults: values{"policy_engine_mode": "any"},
			derived:    computed{"pbm_uuid": policyBinding, "rule_obj": one("rule")},
			references: map[string]reference{"rule": {to: "/requests/rules/", cascades: true}, "target": {to: bindingTargets, cascades: true}},
		},
		"/requests/rule-child-bindings/": {
			key: "uuid", enterprise: true, checks: []check{together("binding", "target")},
			references: map[string]reference{"binding": {to: "/requests/rule-bindings/", cascades: true}, "target": {to: bindingTargets, cascades: true}},
		},
	}
}

// cancel is what a DELETE of an offboarding does: the object stays.
func cancel(_ *Server, of *row) *reply {
	if of.fields["status"] != "pending" {
		return detail(http.StatusBadRequest, "Only pending offboardings can be canceled.")
	}
	of.fields["status"] = "canceled"
	return &reply{status: http.StatusNoContent}
}

func targetVerbose(_ *Server, of *row) any {
	return map[string]string{
		"authentik_core.application": "Applications", "authentik_core.group": "Groups", "authentik_rbac.role": "Roles",
	}[keyText(of.fields["content_type"])]
}

// reviewedObject asks what the class of the body is before it asks whether there is one.
var reviewedObject = check{fails: func(_ *Server, w *write) string {
	id := w.text("object_id")
	if id == "" {
		return ""
	}
	if !w.has("content_type") {
		return crash
	}
	if _, ok := canonicalUUID(id); !ok {
		return notUUID(id)
	}
	return ""
}}

var shortGrace = check{at: "grace_period", fails: func(_ *Server, w *write) string {
	interval, _ := readDuration(keyText(w.will("interval")))
	grace, _ := readDuration(keyText(w.will("grace_period")))
	if w.has("interval") && grace >= interval {
		return "Grace period must be shorter than the interval."
	}
	return ""
}}

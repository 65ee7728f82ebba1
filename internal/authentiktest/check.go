package authentiktest

import "net/http"

// check is a rule of a serializer about more than one field, or about what a value means.
type check struct {
	// field is the one that the message stands at; it is then looked at when it is in the body
	// and right by itself. "" is a rule about the object, looked at when all fields are right.
	field string
	// at is the field that the message of a rule about the object stands at, "" for none.
	at string
	// nested: the message stands in an object below the field, by mistake.
	nested bool
	// since is the first release with the rule; "": all.
	since string
	// before is the first release without the rule; "": none.
	before string
	// fails gives the message, "" when all is well.
	fails func(*Server, *write) string
}

// crash is the message of a check that a server fails at instead of refusing.
const crash = "\x00"

func (c check) holds(s *Server) bool {
	return s.since(c.since) && (c.before == "" || !s.since(c.before))
}

// write is a write that is being looked at.
type write struct {
	row    *row           // as it is before; of a create, with the defaults
	sent   map[string]any // the body
	values values         // of the fields in the body that are right, as they will be stored
	caller *user
	method string
}

// creates tells whether the write is a create.
func (w *write) creates() bool { return w.method == http.MethodPost }

// has tells whether the body has a field that is right.
func (w *write) has(field string) bool {
	_, ok := w.values[field]
	return ok
}

// text is the value that the body gives a field with text.
func (w *write) text(field string) string { return keyText(w.values[field]) }

// will is the value that a field has after the write.
func (w *write) will(field string) any {
	if value, ok := w.values[field]; ok {
		return value
	}
	return w.row.fields[field]
}

// userFieldsOrSources looks only at what the body holds, a PATCH's too.
var userFieldsOrSources = check{fails: func(_ *Server, w *write) string {
	if len(ids(w.values["user_fields"])) == 0 && len(ids(w.values["sources"])) == 0 {
		return "When no user fields are selected, at least one source must be selected"
	}
	return ""
}}

// configurationStages looks only at what the body holds, a PATCH's too.
var configurationStages = check{field: "not_configured_action", fails: func(_ *Server, w *write) string {
	if stages, _ := w.sent["configuration_stages"].([]any); w.values["not_configured_action"] == "configure" && len(stages) == 0 {
		return `When "Not configured action" is set to "Configure", you must set a configuration stage.`
	}
	return ""
}}

// redirectTarget looks only at what the body holds, a PATCH's too.
var redirectTarget = check{fails: func(_ *Server, w *write) string {
	switch w.values["mode"] {
	case "static":
		if static, _ := w.values["target_static"].(string); static == "" {
			return "Target URL should be present when mode is Static."
		}
	case "flow":
		if w.values["target_flow"] == nil {
			return "Target Flow should be present when mode is Flow."
		}
	}
	return ""
}}

var completionFlow = check{field: "self_service_completion_flow", fails: func(s *Server, w *write) string {
	id, _ := w.values["self_service_completion_flow"].(string)
	if flow := s.get(flows, id); flow != nil && flow.fields["authentication"] != "none" {
		return "Completion flow must not require authentication for self-service lockdown."
	}
	return ""
}}

// boundOnce: a stage is bound to a flow only once at a place.
var boundOnce = check{fails: func(s *Server, w *write) string {
	stage, _ := w.will("stage").(string)
	for _, other := range s.referring(bindings, "stage", stage) {
		if other != w.row && other.fields["target"] == w.will("target") && other.fields["order"] == w.will("order") {
			return "The fields target, stage, order must make a unique set."
		}
	}
	return ""
}}

// evaluatedSometime takes a flag that the body leaves out for its default, whatever is stored.
var evaluatedSometime = check{since: "2023.3.0", fails: func(_ *Server, w *write) string {
	if onPlan, _ := w.values["evaluate_on_plan"].(bool); !onPlan && w.values["re_evaluate_policies"] == false {
		return "Either evaluation on plan or evaluation on run must be enabled"
	}
	return ""
}}

// checkFields looks at the rules that stand at a field.
func (s *Server) checkFields(w *write, failed failures) {
	for _, rule := range s.model(w.row.path).checks {
		if !w.has(rule.field) || !rule.holds(s) {
			continue
		}
		if message := rule.fails(s, w); message != "" {
			failed[rule.field] = []string{message}
			if rule.nested {
				failed[rule.field] = failures{rule.field: message}
			}
		}
	}
	facts := s.model(w.row.path)
	if other := s.get(w.row.path, w.text(facts.key)); facts.ownKey != "" && other != nil && other != w.row {
		failed[facts.key] = []string{facts.ownKey}
	}
	for _, rule := range facts.unique {
		if rule.message != "" && s.taken(rule, w) {
			failed[rule.field] = []string{rule.message}
		}
	}
}

// taken tells whether another object has the value that a write gives to a field.
func (s *Server) taken(rule uniqueness, w *write) bool {
	value := w.text(rule.field)
	return value != "" && s.since(rule.since) && (rule.before == "" || !s.since(rule.before)) && s.another(w.row, rule.scope, value) != nil
}

// checkObject looks at the rules about the object, the first that fails counts.
func (s *Server) checkObject(w *write) *reply {
	known := s.model(w.row.path)
	for _, rule := range known.checks {
		if rule.field != "" || !rule.holds(s) {
			continue
		}
		switch message := rule.fails(s, w); {
		case message == crash:
			return s.serverError(w.method)
		case message != "" && rule.at != "":
			return jsonReply(http.StatusBadRequest, failures{rule.at: []string{message}})
		case message != "":
			return objectFailure(message)
		}
	}
	if known.enterprise && s.unlicensed {
		return objectFailure("Enterprise is required to create/update this object.")
	}
	return nil
}

// refusedByDatabase tells whether a value is taken that no serializer looks for.
func (s *Server) refusedByDatabase(w *write) bool {
	for _, rule := range s.model(w.row.path).unique {
		if rule.message == "" && s.taken(rule, w) {
			return true
		}
	}
	return false
}

package authentiktest

import (
	"slices"
)

// boundTo counts the objects that a policy is bound to.
func boundTo(s *Server, of *row) any {
	return whole(len(s.referring(policyBindings, "policy", of.pk())) + len(s.referring(promptStages, "validation_policies", of.pk())))
}

// matcherFields are those that an event matcher needs in every body.
var matcherFields = []string{"action", "client_ip", "app", "model", "query"}

// matchesSomething asks for fields of the body without asking whether they are there.
var matchesSomething = check{since: "2023.4.0", fails: func(s *Server, w *write) string {
	for _, field := range matcherFields {
		if field == "model" && !s.since("2023.6.0") || field == "query" && !s.since("2026.5.0") {
			continue
		}
		switch {
		case !w.has(field):
			return crash
		case w.values[field] != "": // the next field is not looked at any more
			return ""
		}
	}
	return "At least one criteria must be set."
}}

// checksSomething looks only at what the body holds, a create's too.
var checksSomething = check{fails: func(_ *Server, w *write) string {
	if w.values["check_ip"] != true && w.values["check_username"] != true {
		return "Either IP or Username must be checked"
	}
	return ""
}}

// knownTarget asks the target of the body which kinds of bindings it takes.
var knownTarget = check{since: "2024.12.0", fails: func(s *Server, w *write) string {
	target := s.get(bindingTargets, w.text("target"))
	if target == nil {
		return crash
	}
	if target.path == entitlements && w.values["policy"] != nil {
		return "Target does not support bindings of type policy"
	}
	return ""
}}

// exactlyOne looks only at what the body holds, a PATCH's too.
var exactlyOne = check{fails: func(s *Server, w *write) string {
	set := 0
	for _, field := range []string{"policy", "group", "user"} {
		if w.values[field] != nil {
			set++
		}
	}
	switch {
	case set > 1 && !s.since("2024.12.0"):
		return "Only one of 'policy', 'group' or 'user' can be set."
	case set > 1:
		return "Only one of 'group', 'policy', 'user' can be set."
	case set == 0 && !s.since("2024.12.0"):
		return "One of 'policy', 'group' or 'user' must be set."
	case set == 0:
		return "One of 'group', 'policy', 'user' must be set."
	default:
		return ""
	}
}}

// byTarget filters bindings by the key of the part of a target that policies are bound to, which
// is another than the target's own for flows and the like.
func byTarget(s *Server, _ target, given []string) (func(*row) bool, string) {
	wanted := make([]string, 0, len(given))
	for _, value := range given {
		id, ok := canonicalUUID(value)
		if !ok {
			return nil, notUUID(value)
		}
		found := slices.ContainsFunc(s.all(bindingTargets), func(one *row) bool { return s.bindingKey(one) == id })
		if !found {
			return nil, "Select a valid choice. That choice is not one of the available choices."
		}
		wanted = append(wanted, id)
	}
	return func(candidate *row) bool {
		target := s.get(bindingTargets, keyText(candidate.fields["target"]))
		return target != nil && slices.Contains(wanted, s.bindingKey(target))
	}, ""
}

// bindingKey is the key by which the list of bindings knows a target.
func (s *Server) bindingKey(of *row) string {
	for _, field := range []string{"policybindingmodel_ptr_id", "pbm_uuid"} {
		if value, ok := s.value(of, field); ok && keyText(value) != "" {
			return keyText(value)
		}
	}
	return of.pk()
}

// countries are the names of a few countries.
var countries = map[string]string{"AT": "Austria", "DE": "Germany", "CH": "Switzerland", "FR": "France", "US": "United States of America"}

func countryNames(_ *Server, of *row) any {
	named := make([]any, 0)
	for _, code := range ids(of.fields["countries"]) {
		named = append(named, values{"code": code, "name": countries[code]})
	}
	return named
}

// sortCountries keeps countries in order, and each once.
func sortCountries(_ *Server, w *write) {
	if !w.has("countries") {
		return
	}
	codes := ids(w.values["countries"])
	slices.Sort(codes)
	w.values["countries"] = exact(slices.Compact(codes))
}

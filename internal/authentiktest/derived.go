package authentiktest

import (
	"crypto/sha256"
	"encoding/json"
	"slices"
	"strings"
)

// value gives a field of an object as the server's release has it: as it was stored, computed
// from other objects, or a constant. It is false when no release has the field. A name such as
// stage__name is the name of what the field stage refers to.
func (s *Server) value(of *row, name string) (any, bool) {
	if outer, inner, nested := strings.Cut(name, "__"); nested {
		return s.referredValue(of, outer, inner)
	}
	known := s.model(of.path)
	if show := known.shown[name]; show != nil {
		return show(s, of), true
	}
	if stored, ok := of.fields[name]; ok {
		return stored, true
	}
	if derive := known.derived[name]; derive != nil {
		return derive(s, of), true
	}
	if name == known.key {
		return of.fields["pk"], true
	}
	if reversed, ok := known.reversed[name]; ok {
		return s.related(of, reversed), true
	}
	constant, ok := known.constants[name]
	return constant, ok
}

func (s *Server) referredValue(of *row, field, name string) (any, bool) {
	if found := s.referred(of, field); found != nil {
		return s.value(found, name)
	}
	held, _ := s.value(of, field)
	object, _ := held.(map[string]any) // created_by is no object of a collection
	value, ok := object[name]
	return value, ok
}

// referred gives the object that a field refers to, nil when it is unknown.
func (s *Server) referred(of *row, field string) *row {
	return s.follow(s.model(of.path).references[field], keyText(of.fields[field]))
}

// flowSet lists the flows that a stage is bound to, one for each binding, in the order in which
// the flows were written last: that is how the database found them.
func flowSet(s *Server, of *row) any {
	var bound []*row
	for _, binding := range s.referring(bindings, "stage", of.pk()) {
		if flow := s.referred(binding, "target"); flow != nil {
			bound = append(bound, flow)
		}
	}
	slices.SortStableFunc(bound, byNumber)
	set := make([]any, 0, len(bound))
	for _, flow := range bound {
		set = append(set, flow)
	}
	return set
}

// boundStages lists the keys of the stages that are bound to a flow, one for each binding.
func boundStages(s *Server, of *row) any {
	bound := make([]any, 0)
	for _, binding := range s.referring(bindings, "target", of.pk()) {
		bound = append(bound, binding.fields["stage"])
	}
	return bound
}

// one gives the object that a field refers to; nil when it is unknown.
func one(field string) func(*Server, *row) any {
	return func(s *Server, of *row) any {
		found := s.referred(of, field)
		if found == nil {
			return nil // and not a row that is nil
		}
		return found
	}
}

// each gives the objects that a field with a list of keys refers to, without the unknown ones.
func each(field string) func(*Server, *row) any {
	return func(s *Server, of *row) any {
		to := s.model(of.path).references[field]
		if reversed, ok := s.model(of.path).reversed[field]; ok {
			to = reference{to: reversed.from}
		}
		held, _ := s.value(of, field)
		found := make([]any, 0)
		for _, id := range ids(held) {
			if object := s.follow(to, id); object != nil {
				found = append(found, object)
			}
		}
		return found
	}
}

// absent is the value of a field whose source leads through null: it is null, or left out where
// the release does not take it for nullable.
type absent struct{ always bool }

// same is the value of another field.
func same(field string) func(*Server, *row) any {
	return func(s *Server, of *row) any {
		value, _ := s.value(of, field)
		return value
	}
}

// askingStages lists the prompt stages that ask for a field.
func askingStages(s *Server, of *row) any {
	asking := make([]any, 0)
	for _, stage := range s.referring(promptStages, "fields", of.pk()) {
		asking = append(asking, stage)
	}
	return asking
}

// creator is the user that makes everything here, authentik's first one.
func creator(*Server, *row) any {
	return values{
		"pk": 1.0, "username": "akadmin", "name": "authentik Default Admin", "is_active": true, "last_login": nil,
		"email": "root@example.org", "attributes": values{}, "uid": strings.ReplaceAll(derivedUUID("akadmin"), "-", ""),
		"avatar": "/static/dist/assets/images/user_default.png",
	}
}

// policyBinding is the key of the part of an object that policies are bound to.
func policyBinding(_ *Server, of *row) any { return derivedUUID("policies of " + of.pk()) }

// derivedUUID is a UUID that is the same for the same text.
func derivedUUID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return markUUID(sum[:16])
}

// webPath is the sub-path that addresses begin with, where the release can have one.
func (s *Server) webPath() string {
	if s.since("2024.12.0") {
		return s.path
	}
	return ""
}

func exportURL(s *Server, of *row) any {
	slug, _ := of.fields["slug"].(string)
	return s.webPath() + apiRoot + flows + slug + "/export/"
}

// shownBackground is the name of a flow's background file; up to 2025.10 it was the address.
func shownBackground(s *Server, of *row) any {
	if s.since("2025.12.0") {
		stored, _ := of.fields["background"].(string)
		return stored
	}
	return backgroundURL(s, of)
}

// backgroundURL is the address of a flow's background.
func backgroundURL(s *Server, of *row) any {
	stored, _ := of.fields["background"].(string)
	return s.fileURL(stored)
}

func (s *Server) fileURL(stored string) string {
	switch {
	case stored == "":
		return s.webPath() + "/static/dist/assets/images/flow_background.jpg"
	case strings.HasPrefix(stored, "http"):
		return stored
	case strings.HasPrefix(stored, "/static"):
		return s.webPath() + stored
	case strings.HasPrefix(stored, "/media/"), strings.HasPrefix(stored, uploads):
		return stored // an address that a test has set
	case s.since("2025.12.0"):
		return s.webPath() + uploads + "public/" + stored + "?token=signature"
	default:
		return "/media/public/" + stored
	}
}

// backgroundThemed are the addresses of a background whose name holds the theme, else null.
func backgroundThemed(s *Server, of *row) any { return s.themed(keyText(of.fields["background"])) }

// themed are the addresses of a file whose name holds the theme, else null.
func (s *Server) themed(stored string) any {
	const theme = "%(theme)s"
	if !strings.Contains(stored, theme) {
		return nil
	}
	return values{
		"light": s.fileURL(strings.ReplaceAll(stored, theme, "light")),
		"dark":  s.fileURL(strings.ReplaceAll(stored, theme, "dark")),
	}
}

// shownExpiry is how long an e-mail's link is valid: minutes up to 2025.2, then a duration.
func shownExpiry(s *Server, of *row) any {
	switch stored := of.fields["token_expiry"].(type) {
	case string:
		if length, ok := readDuration(stored); ok && !s.since("2025.4.0") {
			return json.Number(decimal(length.Minutes()))
		}
		return stored
	case json.Number:
		if s.since("2025.4.0") {
			return "minutes=" + stored.String()
		}
		return stored
	default:
		return stored
	}
}

package authentiktest

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"time"
)

// together is the rule that no two objects may share the values of all these fields.
func together(fields ...string) check {
	return check{fails: func(s *Server, w *write) string {
		changed := slices.DeleteFunc(slices.Clone(fields), func(field string) bool {
			// The server compares an object of a type with one without: they differ always.
			if w.has(field) && (field == "target" || field == "source") {
				return false
			}
			return !w.creates() && s.since("2024.4.0") && keyText(w.will(field)) == keyText(w.row.fields[field])
		})
		if len(changed) == 0 || slices.ContainsFunc(changed, func(field string) bool { return w.will(field) == nil }) {
			return ""
		}
		for _, other := range s.all(w.row.path) {
			if other != w.row && !slices.ContainsFunc(fields, func(field string) bool { return keyText(other.fields[field]) != keyText(w.will(field)) }) {
				return "The fields " + strings.Join(fields, ", ") + " must make a unique set."
			}
		}
		return ""
	}}
}

// otherParent: up to 2025.10 a group could not be above itself.
var otherParent = check{field: "parent", fails: func(_ *Server, w *write) string {
	if !w.creates() && w.text("parent") == w.row.pk() {
		return "Cannot set group as parent of itself."
	}
	return ""
}}

// oneDefault: only one brand is the default.
var oneDefault = check{at: "default", fails: func(s *Server, w *write) string {
	if w.values["default"] != true {
		return ""
	}
	for _, other := range s.all(brands) {
		if other != w.row && other.fields["default"] == true {
			if s.since("2024.2.0") {
				return "Only a single brand can be set as default."
			}
			return "Only a single Tenant can be set as default."
		}
	}
	return ""
}}

// reservedSlugs are parts of the addresses below which applications are served.
var reservedSlugs = []string{"authorize", "token", "device", "userinfo", "introspect", "revoke"}

func applicationSlug(s *Server, text string) string {
	if slices.Contains(reservedSlugs, text) {
		return "The slug '" + text + "' is reserved and cannot be used for applications."
	}
	return slug(s, text)
}

// userPath is where a user is shown in the tree of users.
func userPath(_ *Server, text string) string {
	switch {
	case strings.HasPrefix(text, "/"):
		return "No leading or trailing slashes allowed."
	case strings.HasSuffix(text, "/"):
		return "No leading or trailing slashes allowed."
	case strings.Contains(text, "//"):
		return "No empty segments in user path allowed."
	default:
		return ""
	}
}

// writableIntent: other intents than these two are the server's.
var writableIntent = check{field: "intent", fails: func(_ *Server, w *write) string {
	if intent := w.text("intent"); intent != "api" && intent != "app_password" {
		return "Invalid intent " + intent
	}
	return ""
}}

// sameUser: a token keeps its user.
var sameUser = check{field: "user", since: "2024.2.0", fails: func(_ *Server, w *write) string {
	if !w.creates() && w.values["user"] != nil && w.text("user") != keyText(w.row.fields["user"]) {
		return "User cannot be changed"
	}
	return ""
}}

// completeToken hands a token to the caller and makes it an API token where the body does not say
// otherwise, also in a PATCH. An API token's time is the server's on every write.
func completeToken(s *Server, w *write) {
	if w.values["user"] == nil {
		w.values["user"] = w.caller.key
	}
	if !w.has("intent") {
		w.values["intent"] = "api"
	}
	set := w.creates() && w.values["expires"] == nil && (w.will("expiring") == true || !s.since("2024.4.0"))
	if set || w.values["intent"] == "api" && s.since("2024.4.0") {
		w.values["expires"] = stamp(time.Now().Add(30 * time.Minute))
	}
}

// byRelated filters by a field of the objects that a field refers to.
func byRelated(field, inner string) filter {
	return func(s *Server, _ target, given []string) (func(*row) bool, string) {
		return func(candidate *row) bool {
			return slices.ContainsFunc(s.relatives(candidate, field), func(related *row) bool {
				return slices.Contains(given, keyText(related.fields[inner]))
			})
		}, ""
	}
}

// byRelatedChoice is byRelated where the value must be that of an object.
func byRelatedChoice(field, inner string) filter {
	return func(s *Server, on target, given []string) (func(*row) bool, string) {
		facts := s.model(on.collection)
		to := facts.references[field].to
		if reversed, ok := facts.reversed[field]; ok {
			to = reversed.from
		}
		for _, value := range given {
			if !slices.ContainsFunc(s.all(to), func(one *row) bool { return keyText(one.fields[inner]) == value }) {
				return nil, noSuchChoice(value)
			}
		}
		return byRelated(field, inner)(s, on, given)
	}
}

// relatives are the objects that a field refers to.
func (s *Server) relatives(of *row, field string) []*row {
	found, _ := each(field)(s, of).([]any)
	rows := make([]*row, 0, len(found))
	for _, one := range found {
		if related, ok := one.(*row); ok {
			rows = append(rows, related)
		}
	}
	return rows
}

func hasPrefix(held, wanted string) bool { return strings.HasPrefix(held, wanted) }

// byAttributes filters by a JSON object whose keys must have these values; "a__b" leads into a.
func byAttributes(_ *Server, _ target, given []string) (func(*row) bool, string) {
	decoded, err := decode([]byte(given[len(given)-1]))
	wanted, ok := decoded.(map[string]any)
	switch {
	case err != nil:
		return nil, "filter must be valid JSON"
	case !ok:
		return nil, "Value must be a dictionary, and not have any duplicate keys."
	}
	return func(candidate *row) bool {
		for name, value := range wanted {
			if !sameValue(inside(candidate.fields["attributes"], name), value) {
				return false
			}
		}
		return true
	}, ""
}

func inside(value any, name string) any {
	for part := range strings.SplitSeq(name, "__") {
		held, _ := value.(map[string]any)
		value = held[part]
	}
	return value
}

func sameValue(a, b any) bool {
	left, isNumber := a.(json.Number)
	right, both := b.(json.Number)
	if isNumber && both {
		return sameNumber(left, right)
	}
	return reflect.DeepEqual(a, b)
}

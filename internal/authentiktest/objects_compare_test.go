package authentiktest_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
)

// compare gives the differences between the recorded answer and this one.
func (s *scene) compare(one *exchange, status int, body []byte) []string {
	if status != one.Response.Status {
		return []string{fmt.Sprintf("The status is %d, but was %d: %.300s", status, one.Response.Status, body)}
	}
	if one.Response.Empty || isPage(one.Response.Body) {
		if len(body) > 0 && one.Response.Empty {
			return []string{fmt.Sprintf("There is a body: %.100s", body)}
		}
		return nil
	}
	got := decodeExact(body)
	object, isObject := got.(map[string]any)
	var found []string
	switch {
	case one.Response.Changes != nil:
		found = s.compareChanges(one.Response.Changes, object)
	case one.Response.Pagination != nil:
		found = s.compareNames(one, object)
	default:
		found = s.differences("", one.Response.Body, got)
	}
	if isObject && one.Request.Method != http.MethodGet {
		if id := identity(object); id != "" {
			s.last[id] = object
		}
	}
	if id := identity(object); isObject && id != "" && status < 300 {
		s.current = id
	}
	return found
}

// isPage tells whether a recorded body is a page of HTML.
func isPage(body any) bool {
	object, ok := body.(map[string]any)
	_, isText := object["_not_json"]
	return ok && isText
}

// compareChanges compares what a write changed since the object's last answer.
func (s *scene) compareChanges(want, got map[string]any) []string {
	before, known := s.last[identity(got)]
	if !known {
		before = s.last[s.current] // the key itself changed
	}
	changed := make(map[string]any)
	for key, value := range got {
		if !equalJSON(before[key], value) {
			changed[key] = value
		}
	}
	return s.differences("", want, changed)
}

func equalJSON(a, b any) bool {
	return fmt.Sprintf("%#v", a) == fmt.Sprintf("%#v", b) // maps are printed in the order of their keys
}

// keyNames are the fields by which an object is known, the most usual first.
var keyNames = []string{
	"pk", "brand_uuid", "tenant_uuid", "connector_uuid", "token_uuid", "device_uuid", "license_uuid", "uuid", "pbm_uuid", "id",
}

func identity(object map[string]any) string {
	for _, name := range keyNames {
		if value, ok := object[name]; ok && value != nil {
			return fmt.Sprint(value)
		}
	}
	return ""
}

func (s *scene) differences(at string, want, got any) []string {
	switch want := want.(type) {
	case map[string]any:
		object, ok := got.(map[string]any)
		if !ok {
			return []string{fmt.Sprintf("%s is %v, but was an object.", at, got)}
		}
		var found []string
		for _, key := range keysFirst(want) {
			value, there := object[key]
			switch {
			case key == "autocomplete": // describes a language for searching
			case !there:
				found = append(found, fmt.Sprintf("%s.%s is missing.", at, key))
			default:
				found = append(found, s.differences(at+"."+key, want[key], value)...)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(object)) {
			if _, ok := want[key]; !ok {
				found = append(found, fmt.Sprintf("%s.%s was not there.", at, key))
			}
		}
		return found
	case []any:
		list, ok := got.([]any)
		if !ok {
			return []string{fmt.Sprintf("%s is %v, but was an array.", at, got)}
		}
		if len(list) != len(want) {
			return []string{fmt.Sprintf("%s has %d items, but had %d.", at, len(list), len(want))}
		}
		var found []string
		if !strings.HasSuffix(at, ".results") {
			want, list = s.matched(want, list)
		}
		for i := range want {
			found = append(found, s.differences(at+"[]", want[i], list[i])...)
		}
		return found
	case string:
		return s.texts(at, want, got)
	case json.Number:
		if number, ok := got.(json.Number); ok && (number == want || strings.HasSuffix(at, "num_pk") || s.isGrant(at)) {
			return nil
		}
	default:
		if want == got {
			return nil
		}
	}
	return []string{fmt.Sprintf("%s is %.200v, but was %.200v.", at, got, want)}
}

// keysFirst lists the names in an object, those of its keys first, so that these are learned
// before what they are part of.
func keysFirst(object map[string]any) []string {
	names := slices.Sorted(maps.Keys(object))
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Compare(boolean(!slices.Contains(keyNames, a)), boolean(!slices.Contains(keyNames, b)))
	})
	return names
}

func boolean(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// matched puts what stands for other objects into one order: the database orders neither keys nor
// the objects for them.
func (s *scene) matched(want, got []any) (wanted, gotten []any) {
	for _, item := range want {
		object, isObject := item.(map[string]any)
		text, isText := item.(string)
		_, isNumber := item.(json.Number)
		if !isNumber && (!isText || !uuids.MatchString(text)) && (!isObject || identity(object) == "") {
			return want, got
		}
	}
	order := func(item any) string {
		if object, ok := item.(map[string]any); ok {
			item = identity(object)
		}
		return s.translate(fmt.Sprint(item))
	}
	wanted, gotten = slices.Clone(want), slices.Clone(got)
	slices.SortStableFunc(gotten, func(a, b any) int { return cmp.Compare(order(a), order(b)) })
	slices.SortStableFunc(wanted, func(a, b any) int { return cmp.Compare(order(a), order(b)) })
	return wanted, gotten
}

var (
	uuids     = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)
	generated = regexp.MustCompile(`^[A-Za-z0-9]{40,128}$`)
	moments   = regexp.MustCompile(`\.(created|last_updated|date_joined|password_change_date|expires|last_applied|cert_expiry|last_login)$`)
	signature = regexp.MustCompile(`\?token=[^&"]*`)
)

// texts compares two texts. What the server makes up may differ the first time; from then on the
// one stands for the other.
func (s *scene) texts(at, want string, got any) []string {
	text, ok := got.(string)
	translated := s.translate(want)
	switch {
	case ok && (text == translated || text == want), ok && s.volatile(at, translated, text):
		return nil
	case ok && moments.MatchString(at) && sameKindOfTime(want, text):
		if strings.Contains(want, ".") && translated == want {
			s.pairs = append(s.pairs, want, text, url.QueryEscape(want), url.QueryEscape(text))
			s.replacer = nil
		}
		return nil
	case ok && translated == want && madeUp(want, text):
		return s.learn(at, want, text)
	}
	return []string{fmt.Sprintf("%s is %.200v, but was %.200q.", at, got, translated)}
}

// volatile tells whether a text is one that differs from server to server.
func (s *scene) volatile(at, want, text string) bool {
	switch {
	case strings.HasSuffix(at, ".uid"):
		return len(text) == len(want)
	case strings.HasSuffix(at, ".avatar"):
		return strings.HasPrefix(text, "data:image/svg+xml;base64,")
	case strings.Contains(text, "?token="):
		return signature.ReplaceAllString(want, "") == signature.ReplaceAllString(text, "")
	default:
		return s.isGrant(at)
	}
}

// madeUp tells whether both texts are keys, or both are of one length and without any meaning.
func madeUp(want, text string) bool {
	return uuids.MatchString(want) && uuids.MatchString(text) ||
		generated.MatchString(want) && generated.MatchString(text) && len(want) == len(text)
}

// isGrant tells whether a value is the number of a permission or a grant, which differ from server
// to server.
func (s *scene) isGrant(at string) bool {
	return s.name == "_extra-rbac" && strings.HasSuffix(at, ".id")
}

// sameKindOfTime tells whether both are times.
func sameKindOfTime(a, b string) bool {
	_, first := time.Parse(time.RFC3339Nano, a)
	_, second := time.Parse(time.RFC3339Nano, b)
	return first == nil && second == nil
}

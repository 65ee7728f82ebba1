package authentiktest_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// scene is a server on which a series is replayed, and what is known about the recorded one.
type scene struct {
	ctx      context.Context //nolint:containedctx // that of the test
	server   *authentiktest.Server
	release  string
	name     string                    // of the series
	last     map[string]map[string]any // the last answer by key
	pairs    []string                  // texts of the recorded server, each followed by this server's
	replacer *strings.Replacer
	taken    map[string]bool // texts of this server that stand for others
	seeded   map[string]bool // keys that exist under the recorded name
	complete map[string]bool // collection and key of objects of which all is known
	created  map[string]bool // collection and recorded keys of objects that the series makes
	current  string          // the key of the object that was answered last
	fillers  int
	filled   map[string][]string // keys of objects that only make a list longer
}

// newScene starts with all objects that the series takes for granted: those that its answers show
// and its bodies refer to, and that none of its requests makes.
func newScene(ctx context.Context, server *authentiktest.Server, release, name string, exchanges []exchange) *scene {
	s := &scene{
		ctx: ctx, server: server, release: release, name: name, last: make(map[string]map[string]any),
		taken: make(map[string]bool), seeded: make(map[string]bool), created: make(map[string]bool),
		filled: make(map[string][]string), complete: make(map[string]bool),
	}
	for _, one := range exchanges {
		collection, _ := s.locate(one.Request.Path)
		if object, ok := one.Response.Body.(map[string]any); ok && one.Request.Method == http.MethodPost && one.Response.Status < 300 {
			s.created[collection+identity(object)] = true
			s.created["/core/users/"+fmt.Sprint(object["user_pk"])], s.created["/core/groups/"+fmt.Sprint(object["group_pk"])] = true, true
			if token, ok := object["token_obj"].(map[string]any); ok {
				s.created["/core/tokens/"+identity(token)], s.created["/core/users/"+fmt.Sprint(token["user"])] = true, true
			}
		}
	}
	return s
}

// prepare adds the objects that an exchange takes for granted: those that its answer shows and its
// body refers to, and that no request of the series makes.
func (s *scene) prepare(one *exchange) {
	collection, id := s.locate(one.Request.Path)
	s.seedNested(one.Response.Body)
	s.seedNested(one.Response.Changes)
	if one.Response.Status >= 300 {
		if !strings.Contains(fmt.Sprint(one.Response.Body), "not exist") {
			s.seedReferences(collection, decodeExact(one.Request.Body))
		}
		return
	}
	object, _ := one.Response.Body.(map[string]any)
	if results, ok := object["results"].([]any); ok {
		for _, result := range results {
			s.seedReferences(collection, result)
			s.seed(collection, result, true)
		}
		return
	}
	s.seedReferences(collection, one.Response.Body)
	s.seedReferences(collection, one.Response.Changes)
	s.seedReferences(collection, decodeExact(one.Request.Body))
	switch {
	case object == nil || one.Request.Method == http.MethodPost || one.Request.Method == http.MethodDelete || strings.HasSuffix(one.Request.Path, "_by/"):
	case id != "" && s.below(one.Request.Path) == "":
		s.seed(collection, object, true)
	case id == "" && identity(object) == "" && len(s.server.Objects(collection)) == 0:
		s.server.Add(collection, object)
	}
}

// seedNested adds the objects that answers show inside of others.
func (s *scene) seedNested(value any) {
	switch value := value.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(value)) {
			s.seedNested(value[key])
			field, nested := strings.CutSuffix(key, "_obj")
			if !nested {
				continue
			}
			list, isList := value[key].([]any)
			if !isList {
				list = []any{value[key]}
			}
			for _, item := range list {
				if object, ok := item.(map[string]any); ok {
					s.seed(s.collectionOf(field, object), object, false)
				}
			}
		}
	case []any:
		for _, item := range value {
			s.seedNested(item)
		}
	}
}

// seedReferences adds the objects that an object's fields refer to.
func (s *scene) seedReferences(collection string, value any) {
	object, ok := value.(map[string]any)
	if !ok {
		return
	}
	for _, field := range slices.Sorted(maps.Keys(object)) {
		to := s.collectionOf(field, nil)
		if to == "" {
			continue
		}
		list, isList := object[field].([]any)
		if !isList {
			list = []any{object[field]}
		}
		for _, key := range list {
			text, isText := key.(string)
			_, isNumber := key.(json.Number)
			if isText && len(text) < 4 && strings.Trim(text, "0123456789") == "" && text != "" {
				key, isNumber = json.Number(text), true
			}
			if isNumber && fmt.Sprint(key) != "0" && fmt.Sprint(key) != "-1" || isText && uuids.MatchString(text) {
				s.seed(to, map[string]any{"pk": key}, false)
			}
		}
	}
}

// seed adds an object under its recorded key, or completes it; whole when the answer shows all of it.
func (s *scene) seed(collection string, value any, whole bool) {
	object, ok := value.(map[string]any)
	key := identity(object)
	at := collection + key
	if !ok || key == "" || collection == "" || s.created[at] || s.complete[at] || strings.HasPrefix(key, "00000000-0000") {
		return
	}
	stored := make(map[string]any)
	for name, value := range object {
		if !isComputed(collection, name) || whole && s.listed(name) {
			stored[name] = translateAll(s, value)
		}
	}
	stored["pk"] = object[slices.Collect(namesOf(object))[0]]
	s.complete[at] = whole
	if s.exists(collection, key) {
		delete(stored, "pk")
		_ = s.server.Change(collection, key, stored)
		return
	}
	s.seeded[key] = true
	if stored["name"] == nil {
		stored["name"] = "\U0010FFFEfixture " + key
	}
	for _, field := range []string{"slug", "username", "identifier", "domain", "client_id", "realm"} {
		if stored[field] == nil {
			stored[field] = "fixture-" + key
		}
	}
	s.server.Add(collection, stored)
}

// listed tells whether a field depends on objects that the recordings do not show.
func (s *scene) listed(name string) bool {
	return strings.HasPrefix(name, "assigned_") || name == "outpost_set" || name == "launch_url"
}

// below is what stands after the id in a path.
func (s *scene) below(requestPath string) string {
	_, id := s.locate(requestPath)
	_, rest, _ := strings.Cut(requestPath, "/"+id+"/")
	rest, _, _ = strings.Cut(rest, "?")
	return rest
}

// namesOf gives the name of the field with an object's key.
func namesOf(object map[string]any) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, name := range keyNames {
			if object[name] != nil && !yield(name) {
				return
			}
		}
	}
}

func (s *scene) exists(collection, key string) bool {
	return slices.ContainsFunc(s.server.Objects(collection), func(one map[string]any) bool { return fmt.Sprint(one["pk"]) == key })
}

func translateAll(s *scene, value any) any {
	switch value := value.(type) {
	case string:
		return s.translate(value)
	case []any:
		items := make([]any, 0, len(value))
		for _, item := range value {
			items = append(items, translateAll(s, item))
		}
		return items
	default:
		return value
	}
}

// computedNames are read-only fields that the stand-in has to find by itself.
var computedNames = []string{
	"component", "verbose_name", "verbose_name_plural", "meta_model_name", "outpost_set", "launch_url", "meta_icon_url",
	"meta_icon_themed_urls", "icon_url", "icon_themed_urls", "parent_name", "children", "uid", "avatar", "flow_set",
	"mode_verbose", "token_identifier", "refresh_interval_s", "callback_url", "type", "root_url", "target_verbose", "countries_obj", "connectivity",
	"export_url", "background_url", "background_themed_urls", "stages", "policybindingmodel_ptr_id",
}

func isComputed(collection, name string) bool {
	if name == "type" {
		return collection == "/sources/oauth/"
	}
	if name == "is_superuser" {
		return collection == "/core/users/"
	}
	return slices.Contains(computedNames, name) || strings.HasSuffix(name, "_obj") || strings.HasPrefix(name, "assigned_") || strings.HasPrefix(name, "url_")
}

// before brings the server into the state that an exchange implies.
func (s *scene) before(one *exchange) {
	s.prepare(one)
	object, _ := one.Response.Body.(map[string]any)
	if one.Request.Method != http.MethodPost || one.Response.Status >= 300 {
		s.beforeList(one, object)
		return
	}
	collection, _ := s.locate(one.Request.Path)
	token, _ := object["token_obj"].(map[string]any)
	for name, holder := range map[string]map[string]any{"pk": object, "user_pk": object, "id": object, "user": token} {
		number, ok := holder[name].(json.Number)
		if !ok {
			continue
		}
		collection := collection
		if strings.HasPrefix(name, "user") {
			collection = "/core/users/"
		}
		value, _ := number.Int64()
		// The next key is the one after the highest that ever was.
		key := fmt.Sprint(value - 1)
		if !s.exists(collection, key) {
			s.server.Add(collection, map[string]any{"pk": json.Number(key), "name": "passing " + key, "username": "passing-" + key})
			_ = s.server.Remove(collection, key)
		}
	}
}

// resume goes on as if the exchange had been answered as recorded.
func (s *scene) resume(one *exchange, body []byte) {
	collection, id := s.locate(one.Request.Path)
	if id == "" || one.Response.Status >= 300 {
		return
	}
	fields := one.Response.Changes
	if object, ok := one.Response.Body.(map[string]any); ok && fields == nil {
		fields = object
	}
	got, _ := decodeExact(body).(map[string]any)
	key := identity(got)
	if key == "" {
		key, _ = url.PathUnescape(s.translate(id))
	}
	stored := make(map[string]any)
	for name, value := range fields {
		if !isComputed(collection, name) && !slices.Contains(keyNames, name) {
			stored[name] = translateAll(s, value)
		}
	}
	_ = s.server.Change(collection, key, stored)
}

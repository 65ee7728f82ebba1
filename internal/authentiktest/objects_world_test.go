package authentiktest_test

import (
	"cmp"
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
	snapshot map[string]any  // the object that an exchange changes, before it
	list     bool            // what is added was in a list
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
	if name == "core-users" || name == "core-tokens" {
		for _, outpost := range server.Objects("/outposts/instances/") {
			_ = server.Remove("/outposts/instances/", fmt.Sprint(outpost["pk"])) // with its user and its token
		}
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
	if strings.HasPrefix(s.name, "_extra") && one.Response.Status != http.StatusNotFound {
		s.seedPath(one, collection, id)
	}
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
			at := collection
			if object, ok := result.(map[string]any); ok && strings.HasSuffix(collection, "/all/") {
				at = cmp.Or(s.collectionOf("", object), collection)
			}
			if at == "/rbac/permissions/" {
				continue // every server has its own
			}
			s.seedReferences(at, result)
			s.list = true
			s.seed(at, result, true)
			s.list = false
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

// seedPath adds the object that a path leads to, and the user that a body names by its key alone.
func (s *scene) seedPath(one *exchange, collection, id string) {
	body, _ := decodeExact(one.Request.Body).(map[string]any)
	if strings.HasSuffix(one.Request.Path, "_user/") && body["pk"] != nil {
		s.seed("/core/users/", map[string]any{"pk": body["pk"]}, false)
	}
	if body["model"] == "authentik_core.group" {
		s.seed("/core/groups/", map[string]any{"pk": body["object_pk"]}, false)
	}
	if strings.HasPrefix(collection, "/rbac/permissions/") {
		collection = "/rbac/roles/"
	}
	if uuids.MatchString(id) {
		s.seed(collection, map[string]any{"pk": id}, false)
	} else if strings.Trim(id, "0123456789") == "" && id != "" {
		s.seed(collection, map[string]any{"pk": json.Number(id)}, false)
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
		if to == "" || to == "/rbac/permissions/" || field == "property_mappings" && object["external_host"] != nil && object["outpost_set"] != nil {
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
			if name, ok := object[field+"_name"].(string); ok && field == "parent" && isText {
				s.seed(to, map[string]any{"pk": key, "name": name}, false)
				continue
			}
			if isNumber && fmt.Sprint(key) != "0" && fmt.Sprint(key) != "-1" && fmt.Sprint(key) != "99999999" || isText && uuids.MatchString(text) {
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
		if !isComputed(collection, name) || s.list && s.listed(name) {
			stored[name] = translateAll(s, value)
		}
	}
	if mappings, ok := object["property_mappings"].([]any); ok && whole && object["external_host"] != nil {
		stored["property_mappings"] = s.managedMappings(mappings)
	}
	stored["pk"] = object[slices.Collect(namesOf(object))[0]]
	s.complete[at] = whole
	if len(object) == 1 && strings.HasPrefix(collection, "/providers/") && s.exists("/providers/all/", key) {
		return
	}
	if here := s.counterpart(collection, key, object); here != "" {
		for name := range stored {
			if name == "pk" || s.listed(name) {
				delete(stored, name)
			}
		}
		_ = s.server.Change(collection, here, stored)
		return
	}
	s.seeded[key] = true
	if stored["name"] == nil {
		stored["name"] = "\U0010FFFEfixture " + inLetters(key)
	}
	for _, field := range []string{"slug", "username", "identifier", "domain", "client_id", "realm"} {
		if stored[field] == nil {
			stored[field] = "fixture-" + inLetters(key)
		}
	}
	s.server.Add(collection, stored)
}

// managedMappings gives the mappings here that stand for those that every proxy provider has.
func (s *scene) managedMappings(recorded []any) []any {
	stand := make([]any, 0)
	for _, one := range s.server.Objects("/propertymappings/provider/scope/") {
		managed := fmt.Sprint(one["managed"])
		if strings.HasSuffix(managed, "_api") || strings.HasSuffix(managed, "_access") || len(stand) == len(recorded) {
			continue
		}
		if want := fmt.Sprint(recorded[len(stand)]); s.translate(want) == want {
			s.learn("", want, fmt.Sprint(one["pk"]))
		}
		stand = append(stand, one["pk"])
	}
	return stand
}

// inLetters writes a key without digits, so that no search finds it.
func inLetters(key string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + 'q'
		}
		return r
	}, key)
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

// counterpart is the key of the object here that stands for a recorded one, "" for none: that with
// the same key, or one that every server has, by its name.
func (s *scene) counterpart(collection, key string, object map[string]any) string {
	for _, one := range s.server.Objects(collection) {
		if fmt.Sprint(one["pk"]) == s.translate(key) {
			return fmt.Sprint(one["pk"])
		}
		for _, field := range []string{"managed", "username", "domain", "slug", "name"} {
			name, ok := object[field].(string)
			if ok && name != "" && one[field] == name && !strings.HasPrefix(name, "rec") && uuids.MatchString(key) {
				s.learn("", key, fmt.Sprint(one["pk"]))
				return fmt.Sprint(one["pk"])
			}
		}
	}
	return ""
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
	s.snapshot = nil
	if collection, id := s.locate(one.Request.Path); id != "" && one.Request.Method != http.MethodGet {
		for _, object := range s.server.Objects(collection) {
			if fmt.Sprint(object["pk"]) == s.current {
				s.snapshot = object
			}
		}
	}
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
	if id == "" {
		return
	}
	if one.Response.Status >= 300 {
		if s.snapshot != nil {
			key := fmt.Sprint(s.snapshot["pk"])
			delete(s.snapshot, "pk")
			_ = s.server.Change(collection, key, s.snapshot)
		}
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

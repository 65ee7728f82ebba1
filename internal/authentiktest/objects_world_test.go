package authentiktest_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
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
			s.seedReferences(decodeExact(one.Request.Body))
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
			s.seedReferences(result)
			s.list = true
			s.seed(at, result, true)
			s.list = false
		}
		return
	}
	s.seedReferences(one.Response.Body)
	s.seedReferences(one.Response.Changes)
	s.seedReferences(decodeExact(one.Request.Body))
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
		key := strconv.FormatInt(value-1, 10)
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

package dropin_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"
)

// stub answers GET requests as the recorded server did.
type stub struct {
	t       *testing.T
	release string
	answers map[string]json.RawMessage
}

// recordedServer is the address of a stub with the answers of a folder.
func recordedServer(t *testing.T, states fs.FS, folder string) string {
	t.Helper()
	recorded := &stub{t: t, release: path.Base(path.Dir(folder)), answers: map[string]json.RawMessage{}}
	read(t, states, folder+"/objects.json", &recorded.answers)
	server := httptest.NewServer(recorded)
	t.Cleanup(server.Close)
	return server.URL
}

func (s *stub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("X-Authentik-Id", "0123456789abcdef0123456789abcdef")
	if r.Method != http.MethodGet {
		s.t.Errorf("%s %s was sent", r.Method, r.URL.Path)
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	if r.URL.Path == "/api/v3/admin/version/" {
		_, _ = fmt.Fprintf(w, `{"version_current": %q}`, s.release)
		return
	}
	if r.URL.Path == "/api/v3/propertymappings/all/" {
		s.respond(w, map[string]any{"pagination": map[string]any{"next": 0}, "results": addedToProxies[s.release]})
		return
	}
	for _, path := range []string{r.URL.RequestURI(), r.URL.Path} {
		if answer, ok := s.answers[path]; ok {
			_, _ = w.Write(answer)
			return
		}
	}
	if answer := s.found(r.URL); answer != nil {
		s.respond(w, answer)
		return
	}
	w.WriteHeader(http.StatusNotFound)
	_, _ = fmt.Fprint(w, `{"detail": "Not found."}`)
}

func (s *stub) respond(w http.ResponseWriter, answer any) {
	if err := json.NewEncoder(w).Encode(answer); err != nil {
		s.t.Error(err)
	}
}

// found is the list, or the object, that a server with the objects of all answers would
// send for what nobody asked the recorded one; nil for none.
func (s *stub) found(address *url.URL) any {
	if results, ok := s.objects(address.Path); ok {
		results = slices.DeleteFunc(results, func(object map[string]any) bool { return !matches(object, address.Query()) })
		return map[string]any{"pagination": map[string]any{"next": 0, "count": len(results)}, "results": results}
	}
	collection, id := path.Split(strings.TrimSuffix(address.Path, "/"))
	objects, _ := s.objects(collection)
	for _, object := range objects {
		if fmt.Sprint(object["pk"]) == id || object["slug"] == id {
			return object
		}
	}
	return nil
}

// objects are those of a collection in any answer; false for no collection.
func (s *stub) objects(collection string) ([]map[string]any, bool) {
	isCollection, found := false, map[string]map[string]any{}
	for _, address := range slices.Sorted(maps.Keys(s.answers)) {
		var list struct{ Results []map[string]any }
		var object map[string]any
		of, query, _ := strings.Cut(address, "?")
		switch parent, _ := path.Split(strings.TrimSuffix(of, "/")); {
		case of == collection && json.Unmarshal(s.answers[address], &list) == nil:
			isCollection = true
		case parent == collection && query == "" && json.Unmarshal(s.answers[address], &object) == nil:
			list.Results = append(list.Results, object)
		}
		for _, object := range list.Results {
			found[fmt.Sprintln(object["pk"], object["brand_uuid"], object["aaguid"], object["id"])] = object
		}
	}
	objects := make([]map[string]any, 0, len(found))
	for _, key := range slices.Sorted(maps.Keys(found)) {
		objects = append(objects, found[key])
	}
	return objects, isCollection
}

// matches says whether an object passes the filters that are the scalar fields of it.
func matches(object map[string]any, query url.Values) bool {
	for name, wanted := range query {
		switch field := object[strings.TrimSuffix(name, "__iexact")].(type) {
		case string, bool, float64:
			if !slices.Contains(wanted, fmt.Sprint(field)) {
				return false
			}
		}
	}
	return true
}

// scopeMapping is a scope mapping that every release comes with.
type scopeMapping struct {
	PK      string `json:"pk"`
	Managed string `json:"managed"`
}

// addedToProxies are the scope mappings that the recorded servers add to proxy providers,
// which goauthentik/authentik did not ask for.
var addedToProxies = map[string][]scopeMapping{
	"2025.12.4": {
		{"578f8372-834f-4893-bc14-c42e88c08be1", "goauthentik.io/providers/oauth2/scope-openid"},
		{"186ddb56-156e-4ead-a73b-9dc8d39030fb", "goauthentik.io/providers/oauth2/scope-profile"},
		{"de5191d3-3a46-45e5-9a59-007993b8601d", "goauthentik.io/providers/oauth2/scope-email"},
		{"d5a9959c-ae6a-4d56-a884-775d31384d4f", "goauthentik.io/providers/oauth2/scope-entitlements"},
		{"3e8f8c2b-d56a-4e0a-b9f2-19e17516c6dd", "goauthentik.io/providers/proxy/scope-proxy"},
	},
	"2026.5.0-rc1": {
		{"c2c1b94a-f5bd-420b-bd96-74eab8832599", "goauthentik.io/providers/oauth2/scope-openid"},
		{"b1c4dfb9-a881-448f-9b19-29b09badac42", "goauthentik.io/providers/oauth2/scope-profile"},
		{"5cfd8d84-7c33-4d5d-aa22-a8ec1623d41f", "goauthentik.io/providers/oauth2/scope-email"},
		{"f02433a3-3af7-4b29-a15e-78cc01adeb12", "goauthentik.io/providers/oauth2/scope-entitlements"},
		{"d13c96e7-c4e2-44e8-9b19-aa2ae0528d3b", "goauthentik.io/providers/proxy/scope-proxy"},
	},
}

package datasource_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/datasource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// searchable is found by ID, by name, or by title together with size, with mode to choose.
func searchable() *kind.Kind {
	k := coretest.Thing(
		kind.Field{Name: "title", Type: kind.String}, kind.Field{Name: "size", Type: kind.Int}, kind.Field{Name: "mode", Type: kind.String},
		kind.Field{Name: "managed", Type: kind.String, ReadOnly: true}, kind.Field{Name: "code", Type: kind.String, Secret: true},
	)
	k.Lookups = []kind.Lookup{kind.By("name"), {Fields: []string{"title", "size"}, Narrower: "mode"}}
	k.ManagedList = true
	return k
}

func TestValidateOfLookups(t *testing.T) {
	t.Parallel()
	const exactly = "Exactly one of `id`, `name`, `title` with `size` and `managed_list` must be set."
	for name, test := range map[string]struct {
		config values
		want   string
	}{
		"by ID":                     {values{"id": coretest.FirstID}, ""},
		"by name":                   {values{"name": "a"}, ""},
		"by two":                    {values{"title": "a", "size": 1}, ""},
		"by two and the narrower":   {values{"title": "a", "size": 1, "mode": "x"}, ""},
		"by managed":                {values{"managed_list": []string{"a"}}, ""},
		"by an unknown":             {values{"name": unknown}, ""},
		"one of which is unknown":   {values{"id": unknown, "name": "a"}, ""},
		"nothing":                   {values{}, "Missing argument: " + exactly},
		"half":                      {values{"title": "a"}, "title: Invalid combination of arguments: " + exactly},
		"the narrower alone":        {values{"mode": "x"}, "mode: Invalid combination of arguments: " + exactly},
		"two ways":                  {values{"id": coretest.FirstID, "name": "a"}, "id: Invalid combination of arguments: " + exactly},
		"two ways and an unknown":   {values{"id": coretest.FirstID, "name": "a", "managed_list": unknown}, "id: Invalid combination of arguments: " + exactly},
		"an unknown and two ways":   {values{"id": unknown, "name": "a", "managed_list": []string{"a"}}, "name: Invalid combination of arguments: " + exactly},
		"what is only read":         {values{"name": "a", "code": "x"}, "code: Read-only attribute: `code` cannot be configured"},
		"an unknown half":           {values{"title": unknown}, "title: Invalid combination of arguments: " + exactly},
		"no ID":                     {values{"id": "x"}, "id: Invalid UUID: "},
		"an empty name":             {values{"name": ""}, "name: Empty value: "},
		"a name that none can have": {values{"name": "a "}, "name: Leading or trailing whitespace: "},
	} {
		s := connect(t, searchable())
		got := messages(s.Validate(coretest.DataConfig(s.Kind, test.config)))
		if !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestReadOfOneObject(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		config values
		want   string
	}{
		"by ID":                  {values{"id": coretest.FirstID}, coretest.FirstID},
		"by an ID in capitals":   {values{"id": strings.ToUpper(coretest.FirstID)}, coretest.FirstID},
		"by name":                {values{"name": "b"}, coretest.SecondID},
		"by two":                 {values{"title": "x", "size": 2}, coretest.SecondID},
		"by two that two have":   {values{"title": "x", "size": 1}, "title: More than one match: "},
		"by the narrower":        {values{"title": "x", "size": 1, "mode": "soft"}, coretest.FirstID},
		"by a name of none":      {values{"name": "c"}, "name: Thing not found: "},
		"by nothing, at runtime": {values{}, "Missing argument: "},
	} {
		s := connect(t, searchable())
		s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "title": "x", "size": 1, "mode": "soft", "code": "S3cr3t"})
		s.server.Add(coretest.Object{"pk": coretest.SecondID, "name": "b", "title": "x", "size": 2, "mode": "soft"})
		s.server.Add(coretest.Object{"pk": strings.Repeat("0", 36), "name": "d", "title": "x", "size": 1, "mode": "hard"})
		state, failed := s.read(test.config)
		switch {
		case failed != "" && (!strings.HasPrefix(failed, test.want) || state != nil):
			t.Errorf("%s: %s", name, failed)
		case failed == "" && strings.Trim(coretest.Show(state["id"]), `"`) != test.want:
			t.Errorf("%s: %s", name, coretest.Show(state["id"]))
		}
	}
}

func TestReadShowsEveryFieldOfTheAnswer(t *testing.T) {
	t.Parallel()
	s := connect(t, searchable())
	s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "size": 1, "code": "S3cr3t", "else": 1})
	for omit, code := range map[any]string{nil: `"S3cr3t"`, false: `"S3cr3t"`, true: "null"} {
		state, failed := s.read(values{"name": "a", "omit_secrets": omit})
		if failed != "" {
			t.Fatal(failed)
		}
		for attribute, want := range map[string]string{"id": `"` + coretest.FirstID + `"`, "pk": `"` + coretest.FirstID + `"`, "size": "1", "title": "null", "code": code} {
			if got := coretest.Show(state[attribute]); got != want {
				t.Errorf("omit_secrets %v: %s is %s, want %s", omit, attribute, got, want)
			}
		}
	}
}

func TestReadOfAnObjectAddressedByItsSlug(t *testing.T) {
	t.Parallel()
	s := connect(t, coretest.Slugged())
	s.server.Add(coretest.Object{"pk": coretest.FirstID, "slug": "first", "name": "a"})
	for _, config := range []values{{"slug": "first"}, {"id": coretest.FirstID}} {
		state, failed := s.read(config)
		if failed != "" || coretest.Show(state["id"]) != `"`+coretest.FirstID+`"` || coretest.Show(state["slug"]) != `"first"` {
			t.Errorf("%v: %s, %v", config, failed, state)
		}
	}
}

// A look-up by the key itself is a read of the object, where its URL has the key.
func TestReadByTheKey(t *testing.T) {
	t.Parallel()
	k := coretest.Thing()
	k.Lookups = append(k.Lookups, kind.By("pk"))
	s := connect(t, k)
	s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a"})
	slugged := coretest.Slugged()
	slugged.Lookups = append(slugged.Lookups, kind.By("uuid"))
	other := connect(t, slugged)
	other.server.Add(coretest.Object{"pk": coretest.FirstID, "slug": "first", "name": "a"})
	for _, test := range []struct {
		source
		config values
		want   string
	}{
		{s, values{"pk": strings.ToUpper(coretest.FirstID)}, "[GET /things/" + coretest.FirstID + "/]"},
		{s, values{"name": "a"}, "[GET /things/?name=a]"},
		{other, values{"uuid": coretest.FirstID}, "[GET /things/?pk=" + coretest.FirstID + "]"},
		{other, values{"slug": "first"}, "[GET /things/first/]"},
	} {
		test.server.Requests()
		state, failed := test.read(test.config)
		if got := fmt.Sprint(test.server.Requests()); failed != "" || got != test.want || coretest.Show(state["id"]) != `"`+coretest.FirstID+`"` {
			t.Errorf("%v: asked %s: %s %s", test.config, got, coretest.Show(state["id"]), failed)
		}
	}
}

// A state has no attribute that its type lacks.
func TestStateHasTheAttributesOfTheType(t *testing.T) {
	t.Parallel()
	for name, k := range map[string]*kind.Kind{"plain": coretest.Thing(), "with secrets": searchable(), "with more on request": crowded(), "selected": selectable()} {
		s := connect(t, k)
		s.server.Included = map[string]string{"users": "include_users"}
		s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a"})
		state, failed := s.read(values{"name": "a"})
		if failed != "" {
			t.Fatal(failed)
		}
		types := coretest.DataConfig(k, values{})
		for attribute, of := range state {
			if known, ok := types[attribute]; !ok || !of.Type().Equal(known.Type()) {
				t.Errorf("%s: %s is %s", name, attribute, of)
			}
		}
	}
}

func TestReadReportsFailures(t *testing.T) {
	t.Parallel()
	s := connect(t, searchable())
	s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "size": "S3cr3t"})
	if state, failed := s.read(values{"id": coretest.FirstID}); state != nil || !strings.Contains(failed, "the field `size` is a string, expected an integer of 64 bits") || strings.Contains(failed, "S3cr3t") {
		t.Error(failed)
	}
	s.server.Unfiltered = []string{"name"}
	s.server.Objects()[0]["size"] = 1
	if _, failed := s.read(values{"name": "b"}); !strings.Contains(failed, "as if the server did not filter") {
		t.Error(failed)
	}
	for words, connected := range map[string]*connection.Connection{"Provider not configured": nil, "Provider configuration not known yet": {Unknown: []string{"url"}}} {
		without := source{t, nil, &datasource.DataSource{Kind: searchable(), Connection: connected}}
		if _, failed := without.read(values{"name": "a"}); !strings.HasPrefix(failed, words) {
			t.Error(failed)
		}
		if got := without.labels(values{}, 0); !strings.HasPrefix(got, words) {
			t.Error(got)
		}
	}
}

func TestManagedListFindsIDsInItsOwnOrder(t *testing.T) {
	t.Parallel()
	s := connect(t, searchable())
	s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "managed": "one", "code": "S3cr3t"})
	s.server.Add(coretest.Object{"pk": coretest.SecondID, "name": "b", "managed": "two"})
	s.server.Add(coretest.Object{"pk": strings.Repeat("0", 36), "name": "c", "managed": nil})
	state, failed := s.read(values{"managed_list": []string{"two", "one", "two"}})
	if want := `["` + coretest.SecondID + `" "` + coretest.FirstID + `" "` + coretest.SecondID + `"]`; failed != "" || coretest.Show(state["ids"]) != want {
		t.Errorf("%s, %s", failed, coretest.Show(state["ids"]))
	}
	state, failed = s.read(values{"managed_list": []string{}})
	if failed != "" || coretest.Show(state["ids"]) != "[]" {
		t.Errorf("an empty list: %s, %s", failed, coretest.Show(state["ids"]))
	}
	if _, failed = s.read(values{"managed_list": []string{"one", "three"}}); !strings.HasPrefix(failed, "managed_list: Not all found: ") || !strings.HasSuffix(failed, ": three.") {
		t.Error(failed)
	}
	s.server.Intercept = func(w http.ResponseWriter, _ *http.Request, _ string) bool {
		coretest.Respond(w, http.StatusForbidden, coretest.Object{"detail": "No."})
		return true
	}
	if _, failed = s.read(values{"managed_list": []string{"one"}}); !strings.HasPrefix(failed, "Access denied") {
		t.Error(failed)
	}
}

// Some field is read by a request of its own, which the server logs, so only on request.
func TestFieldsWithARequestOfTheirOwn(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(kind.Field{Name: "certificate", Type: kind.String, ReadOnly: true, Fetch: kind.Fetch{Path: "view_certificate/", Key: "data", Switch: "fetch_certificate", Incumbent: true, Model: "authentik_crypto.certificatekeypair"}})
	for name, test := range map[string]struct {
		asked  any
		theirs bool
		body   string
		status int
		want   string
	}{
		"not asked for":         {nil, false, `{"data":"x"}`, 200, "null"},
		"refused":               {false, true, `{"data":"x"}`, 200, "null"},
		"asked for":             {true, false, `{"data":"x"}`, 200, `"x"`},
		"asked for by default":  {nil, true, `{"data":"x"}`, 200, `"x"`},
		"forbidden":             {true, false, `{"detail":"No."}`, 403, "Access denied by authentik"},
		"no object":             {true, false, `[]`, 200, "it is no JSON object"},
		"another type of value": {true, false, `{"data":[]}`, 200, "the field `data` is an array, expected a string"},
	} {
		s := connect(t, k)
		s.Connection.IncumbentDefaults = test.theirs
		s.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a"})
		s.server.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
			if !strings.HasSuffix(r.URL.Path, "/view_certificate/") {
				return false
			}
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(test.status)
			_, _ = w.Write([]byte(test.body))
			return true
		}
		state, failed := s.read(values{"name": "a", "fetch_certificate": test.asked})
		if failed != "" && !strings.Contains(failed, test.want) || failed == "" && coretest.Show(state["certificate"]) != test.want {
			t.Errorf("%s: %s, %s", name, coretest.Show(state["certificate"]), failed)
		}
	}
}

package authentiktest_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// Page numbers at the edges, and the sizes that changed in 2025.12.
func TestPages(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		release, query  string
		objects, status int
		results, next   int
	}{
		{"2025.10.4", "", 101, 200, 100, 2},
		{"2025.10.4", "?page_size=1000", 101, 200, 101, 0},
		{"2025.12.4", "", 21, 200, 20, 2},
		{"2025.12.4", "?page_size=1000", 101, 200, 100, 2},
		{"2025.12.4", "?page_size=2&page=2", 3, 200, 1, 0},
		{"2025.12.4", "?page_size=2&page=last", 3, 200, 1, 0},
		{"2025.12.4", "?page_size=2&page=3", 3, 404, 0, 0},
		{"2025.12.4", "?page_size=2&page=0", 3, 404, 0, 0},
		{"2025.12.4", "?page_size=-2", 3, 200, 3, 0},
		{"2025.12.4", "?page=1", 0, 200, 0, 0},
		{"2025.12.4", "?page=2", 0, 404, 0, 0},
	} {
		t.Run(fmt.Sprintf("%s %d%s", test.release, test.objects, test.query), func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(test.release))
			for i := range test.objects {
				server.Add(smsPath, stage(fmt.Sprintf("stage %03d", i)))
			}
			got := ask(t, server, http.MethodGet, smsPath+test.query, "")
			results, _ := got.body["results"].([]any)
			pagination, _ := got.body["pagination"].(map[string]any)
			if got.status != test.status || len(results) != test.results || integer(pagination["next"]) != test.next {
				t.Errorf("Answered %d with %d results, next %v.", got.status, len(results), pagination["next"])
			}
		})
	}
}

func TestOrderAndFilters(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.8.6"))
	for name, friendly := range map[string]any{"b": "x", "a": nil, "B": "y"} {
		object := stage(name)
		object["friendly_name"], object["verify_only"] = friendly, name == "B"
		server.Add(smsPath, object)
	}
	for query, want := range map[string]string{
		"":                              "B a b",
		"ordering=-name":                "b a B",
		"ordering=friendly_name":        "b B a", // null comes last
		"ordering=-friendly_name":       "a B b",
		"ordering=verify_only,-name":    "b a B",
		"ordering=flow_set":             "B a b",
		"verify_only=True":              "B",
		"verify_only=0":                 "a b",
		"friendly_name=x":               "b",
		"friendly_name=X":               "",
		"name=%20b%20":                  "b",
		"name=%20":                      "B a b",
		"name=b&name=a":                 "a",
		"search=b":                      "B b",
		"search=b,a":                    "",
		"auth=secret&provider=twilio":   "B a b",
		"auth=secret&provider=generic":  "",
		"unknown=1&verify_only=perhaps": "B a b",
	} {
		got := ask(t, server, http.MethodGet, smsPath+"?"+query, "")
		results, _ := got.body["results"].([]any)
		names := make([]string, 0, len(results))
		for _, result := range results {
			object, _ := result.(map[string]any)
			names = append(names, fmt.Sprint(object["name"]))
		}
		if found := strings.Join(names, " "); found != want {
			t.Errorf("?%s gives %q, wanted %q.", query, found, want)
		}
	}
}

// In the list of all providers, a provider of a type without flows and mappings has none.
func TestListOfAllProvidersWithoutFlows(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add("/providers/ssf/", map[string]any{"name": "signals"})
	server.Add("/providers/scim/", map[string]any{"name": "accounts"})
	listed := ask(t, server, http.MethodGet, "/providers/all/", "").text
	if strings.Count(listed, `"property_mappings":[]`) != 2 || strings.Contains(listed, `_flow":"1"`) || strings.Contains(listed, `_flow":"2"`) {
		t.Errorf("it lists %s", listed)
	}
}

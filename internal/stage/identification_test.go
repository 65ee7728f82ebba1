package stage_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

const (
	identificationPath = "/stages/identification/"
	identificationType = "authentik_stage_identification"
)

// The server looks at what a change holds and at nothing else, so that one of the name
// alone is refused. Changing one argument works all the same.
func TestIdentificationChangesOneArgument(t *testing.T) {
	t.Parallel()
	for _, release := range contract.Releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			stage := configured(t, server, nil).Resource(t, identificationType)
			ok(t, stage.Apply(map[string]any{"name": "one", "user_fields": []string{"email"}}))
			api := acctest.API{URL: server.URL(), Token: server.Token()}
			if status := tryPatch(t, api, identificationPath, textOf(t, stage.State["id"]), `{"name":"alone"}`); status != http.StatusBadRequest {
				t.Errorf("a change of the name alone is answered with %d, so this test proves nothing", status)
			}
			for _, change := range []map[string]any{
				{"name": "another", "user_fields": []string{"email"}},
				{"name": "another", "user_fields": []string{"email"}, "show_matched_user": false},
				{"name": "another", "sources": []string{"cb4042dc-fcc7-421d-9e69-d7ac2c627142"}},
				{"name": "a third", "sources": []string{"cb4042dc-fcc7-421d-9e69-d7ac2c627142"}},
			} {
				ok(t, stage.Apply(change))
			}
		})
	}
}

// tryPatch sends a change without the provider and gives the status of the answer.
func tryPatch(t *testing.T, api acctest.API, path, id, body string) int {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPatch, api.URL+"/api/v3"+path+id+"/", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+api.Token)
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	if err := response.Body.Close(); err != nil {
		t.Error(err)
	}
	http.DefaultClient.CloseIdleConnections()
	return response.StatusCode
}

// A stage in which nobody could identify themselves is an error of the configuration,
// where that is certain.
func TestIdentificationNeedsAWay(t *testing.T) {
	t.Parallel()
	stage := configured(t, authentiktest.New(t), nil).Resource(t, identificationType)
	for _, test := range []struct {
		arguments map[string]any
		wrong     bool
	}{
		{map[string]any{}, true},
		{map[string]any{"user_fields": []string{}}, true},
		{map[string]any{"user_fields": []string{}, "sources": []string{}}, true},
		{map[string]any{"user_fields": []string{"upn"}}, false},
		{map[string]any{"sources": []string{unknownID}}, false},
		{map[string]any{"user_fields": []string{}, "sources": tftypes.UnknownValue}, false},
		{map[string]any{"user_fields": tftypes.UnknownValue}, false},
	} {
		test.arguments["name"] = "one"
		diagnostics := stage.Validate(test.arguments)
		if acctest.HasError(diagnostics) != test.wrong {
			t.Errorf("%v: %s", test.arguments, acctest.Describe(diagnostics))
		}
		if test.wrong && !strings.Contains(acctest.Describe(diagnostics), `AttributeName("user_fields")`) {
			t.Errorf("not on user_fields: %s", acctest.Describe(diagnostics))
		}
	}
}

// The order of user fields means something, that of sources does not.
func TestIdentificationOrders(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	stage := configured(t, server, nil).Resource(t, identificationType)
	one, two := "cb4042dc-fcc7-421d-9e69-d7ac2c627141", "cb4042dc-fcc7-421d-9e69-d7ac2c627142"
	ok(t, stage.Apply(map[string]any{"name": "one", "user_fields": []string{"upn", "email"}, "sources": []string{two, one}}))
	for range 3 { // the server has another order each time
		ok(t, stage.Refresh())
		if _, changes, _ := stage.Plan(map[string]any{"name": "one", "user_fields": []string{"upn", "email"}, "sources": []string{one, strings.ToUpper(two)}}); len(changes) > 0 {
			t.Errorf("another order of sources changes %v", changes)
		}
	}
	if _, changes, _ := stage.Plan(map[string]any{"name": "one", "user_fields": []string{"email", "upn"}, "sources": []string{one, two}}); !slices.Equal(changes, []string{"user_fields"}) {
		t.Errorf("another order of user fields changes %v", changes)
	}
}

package authentiktest_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// bound starts a server with two flows and a stage, which is bound to the first of them twice and
// to the second once.
func bound(t *testing.T, release string) (server *authentiktest.Server, stagePK string, flowPKs, bindingPKs []string) {
	t.Helper()
	server = authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithSteadyAnswers())
	stagePK = server.Add(smsPath, stage("a"))
	for _, slug := range []string{"one", "two"} {
		flowPKs = append(flowPKs, server.Add(flowPath, map[string]any{"slug": slug, "name": slug, "title": slug, "designation": "authentication"}))
	}
	for i, flow := range []string{flowPKs[0], flowPKs[0], flowPKs[1]} {
		created := ask(t, server, http.MethodPost, bindingPath, fmt.Sprintf(`{"target": %q, "stage": %q, "order": %d}`, flow, stagePK, i))
		if created.status != http.StatusCreated {
			t.Fatalf("Bind: %s", created.text)
		}
		bindingPKs = append(bindingPKs, fmt.Sprint(created.body["pk"]))
	}
	return server, stagePK, flowPKs, bindingPKs
}

func slugs(object map[string]any) string {
	var found []string
	for _, flow := range items(object["flow_set"]) {
		flow, _ := flow.(map[string]any)
		found = append(found, fmt.Sprint(flow["slug"]))
	}
	return strings.Join(found, ",")
}

func TestBindingsMakeTheFlowSet(t *testing.T) {
	t.Parallel()
	server, stagePK, flowPKs, bindingPKs := bound(t, "2026.8.5")
	read := func(path string) map[string]any { return ask(t, server, http.MethodGet, path, "").body }
	for _, path := range []string{smsPath, allPath} {
		if got := slugs(read(path + stagePK + "/")); got != "one,one,two" {
			t.Errorf("%s: the flows are %s.", path, got)
		}
	}
	if got := read(flowPath + "one/"); !slices.Equal(items(got["stages"]), []any{stagePK, stagePK}) {
		t.Errorf("The stages are %v.", got["stages"])
	}
	// A renamed flow moves, and is gone under its old slug.
	if renamed := ask(t, server, http.MethodPatch, flowPath+"one/", `{"slug": "uno"}`); renamed.status != http.StatusOK {
		t.Fatal(renamed.text)
	}
	if got := slugs(read(smsPath + stagePK + "/")); got != "two,uno,uno" {
		t.Errorf("Renamed: the flows are %s.", got)
	}
	if old := ask(t, server, http.MethodGet, flowPath+"one/", ""); old.status != http.StatusNotFound {
		t.Errorf("The old slug: %d", old.status)
	}
	if listed := read(flowPath + "?flow_uuid=" + flowPKs[0]); !strings.Contains(fmt.Sprint(listed), "uno") {
		t.Errorf("By its key: %v", listed)
	}
	// Deleting a binding, then a flow, takes the flows out again.
	ask(t, server, http.MethodDelete, bindingPath+bindingPKs[0]+"/", "")
	if got := slugs(read(smsPath + stagePK + "/")); got != "two,uno" {
		t.Errorf("Unbound: the flows are %s.", got)
	}
	ask(t, server, http.MethodDelete, flowPath+"uno/", "")
	if left := server.Objects(bindingPath); slugs(read(smsPath+stagePK+"/")) != "two" || len(left) != 1 {
		t.Errorf("Without the flow: %v", left)
	}
	// What a test has set stays.
	if err := server.Change(smsPath, stagePK, map[string]any{"flow_set": []any{map[string]any{"slug": "mine"}}}); err != nil {
		t.Fatal(err)
	}
	if got := slugs(read(smsPath + stagePK + "/")); got != "mine" {
		t.Errorf("Set: the flows are %s.", got)
	}
}

// The answer to a write that names the stage has the bare one.
func TestBoundStage(t *testing.T) {
	t.Parallel()
	server, stagePK, flowPKs, bindingPKs := bound(t, "2025.12.4")
	path := bindingPath + bindingPKs[2] + "/"
	for _, test := range []struct{ method, body, want string }{
		{http.MethodGet, "", "authentik_stages_authenticator_sms.authenticatorsmsstage"},
		{http.MethodPatch, `{"order": 7}`, "authentik_stages_authenticator_sms.authenticatorsmsstage"},
		{http.MethodPatch, fmt.Sprintf(`{"stage": %q}`, stagePK), "authentik_flows.stage"},
		{http.MethodPut, fmt.Sprintf(`{"stage": %q, "target": %q, "order": 8}`, stagePK, flowPKs[1]), "authentik_flows.stage"},
	} {
		got := ask(t, server, test.method, path, test.body)
		object, _ := got.body["stage_obj"].(map[string]any)
		if object["meta_model_name"] != test.want || object["name"] != "a" || slugs(object) != "one,one,two" {
			t.Errorf("%s %s: %s", test.method, test.body, got.text)
		}
	}
}

// What happens to an object when another that it refers to is deleted.
func TestDeletesGoOn(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	flow := server.Add(flowPath, map[string]any{"slug": "flow"})
	mapping := server.Add(mappingPath, map[string]any{"name": "mapping"})
	prompt, other := server.Add(promptPath, map[string]any{"name": "p"}), server.Add(promptPath, map[string]any{"name": "q"})
	source := server.Add("/sources/all/", nil)
	deviceType := server.Add(typesPath, map[string]any{"aaguid": someID, "description": "A key"})
	sms := stage("sms")
	sms["configure_flow"], sms["mapping"] = flow, mapping
	smsPK := server.Add(smsPath, sms)
	binding := map[string]any{"target": flow, "stage": smsPK, "order": 1}
	server.Add(bindingPath, binding)
	asking := server.Add("/stages/prompt/stages/", map[string]any{"name": "asking", "fields": []string{prompt, other}})
	server.Add("/stages/authenticator/validate/", map[string]any{"name": "validate", "configuration_stages": []string{smsPK, asking}})
	server.Add("/stages/source/", map[string]any{"name": "source", "source": source})
	server.Add("/stages/identification/", map[string]any{"name": "identification", "sources": []string{source}, "recovery_flow": flow})
	server.Add("/stages/authenticator/webauthn/", map[string]any{"name": "webauthn", "device_type_restrictions": []string{deviceType}})

	get := func(path, field string) any { return server.Objects(path)[0][field] }
	remove := func(path, pk string) {
		if err := server.Remove(path, pk); err != nil {
			t.Error(err)
		}
	}
	remove(mappingPath, mapping)
	remove(flowPath, flow)
	if get(smsPath, "mapping") != nil || get(smsPath, "configure_flow") != nil || get("/stages/identification/", "recovery_flow") != nil {
		t.Errorf("The references stay: %v", server.Objects(smsPath))
	}
	if left := server.Objects(bindingPath); len(left) != 0 {
		t.Errorf("The flow's bindings stay: %v", left)
	}
	remove(promptPath, prompt)
	if left := items(get("/stages/prompt/stages/", "fields")); len(left) != 1 || left[0] != other {
		t.Errorf("The prompt stage asks for %v.", left)
	}
	remove(allPath, smsPK)
	if left := items(get("/stages/authenticator/validate/", "configuration_stages")); len(left) != 1 || left[0] != asking {
		t.Errorf("The validation offers %v.", left)
	}
	remove("/sources/all/", source)
	if len(server.Objects("/stages/source/")) != 0 || len(items(get("/stages/identification/", "sources"))) != 0 {
		t.Error("The source stays.")
	}
	remove(typesPath, deviceType)
	if left := items(get("/stages/authenticator/webauthn/", "device_type_restrictions")); len(left) != 0 {
		t.Errorf("The device types are %v.", left)
	}
}

// Lists of keys are checked like single ones, each key counts once, and they have no order.
func TestListsOfReferences(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	first, second := server.Add(promptPath, map[string]any{"name": "a"}), server.Add(promptPath, map[string]any{"name": "b"})
	created := ask(t, server, http.MethodPost, "/stages/prompt/stages/", fmt.Sprintf(`{"name": "s", "fields": [%q, %q, %q]}`, first, second, first))
	if created.status != http.StatusCreated || len(items(created.body["fields"])) != 2 {
		t.Fatalf("Created: %s", created.text)
	}
	path := fmt.Sprintf("/stages/prompt/stages/%s/", created.body["pk"])
	orders := make(map[string]bool)
	for range 4 {
		orders[fmt.Sprint(ask(t, server, http.MethodGet, path, "").body["fields"])] = true
	}
	if len(orders) != 2 {
		t.Errorf("The orders are %v.", orders)
	}
	for sent, want := range map[string]string{
		`["` + someID + `"]`: `{"fields":["Invalid pk \"` + someID + `\" - object does not exist."]}`,
		`["x"]`:              `{"fields":["“x” is not a valid UUID."]}`,
		`[]`:                 `{"fields":["This list may not be empty."]}`,
		`"x"`:                `{"fields":["Expected a list of items but got type \"str\"."]}`,
		`null`:               `{"fields":["This field may not be null."]}`,
	} {
		if got := ask(t, server, http.MethodPatch, path, `{"fields": `+sent+`}`); got.text != want {
			t.Errorf("%s: %s", sent, got.text)
		}
	}
	if filtered := ask(t, server, http.MethodGet, "/stages/prompt/stages/?fields="+second, ""); !strings.Contains(filtered.text, `"count":1`) {
		t.Errorf("Filtered: %s", filtered.text)
	}
	prompt := ask(t, server, http.MethodGet, promptPath+first+"/", "")
	if stages := items(prompt.body["prompt_stages_obj"]); len(stages) != 1 || !strings.Contains(prompt.text, `"component":"ak-stage-prompt-form"`) {
		t.Errorf("The prompt's stages: %s", prompt.text)
	}
}

// Every stage is in /stages/all/ as what it is, and can be deleted there.
func TestAllStages(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2024.2.4"), authentiktest.WithSteadyAnswers())
	server.Add(typesPath, map[string]any{"aaguid": someID, "description": "no stage"})
	server.Add(promptPath, map[string]any{"name": "no stage"})
	var pks []string
	for path, name := range map[string]string{smsPath: "b", dummyPath: "a", "/stages/authenticator/webauthn/": "c"} {
		pks = append(pks, server.Add(path, map[string]any{"name": name}))
	}
	listed := ask(t, server, http.MethodGet, allPath+"?ordering=name", "")
	var classes []string
	for _, result := range items(listed.body["results"]) {
		result, _ := result.(map[string]any)
		classes = append(classes, fmt.Sprint(result["meta_model_name"]))
	}
	if want := []string{
		"authentik_stages_dummy.dummystage", "authentik_stages_authenticator_sms.authenticatorsmsstage",
		"authentik_stages_authenticator_webauthn.authenticatewebauthnstage",
	}; !slices.Equal(classes, want) {
		t.Errorf("The classes are %v.", classes)
	}
	for _, pk := range pks {
		if gone := ask(t, server, http.MethodDelete, allPath+pk+"/", ""); gone.status != http.StatusNoContent {
			t.Errorf("Delete: %s", gone.text)
		}
	}
	if len(server.Objects(smsPath)) != 0 || len(server.Objects(allPath)) != 0 {
		t.Error("They are still there.")
	}
}

// Without an order, pages repeat rows and miss others.
func TestAllStagesHaveNoOrder(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	for i := range 30 {
		server.Add(dummyPath, map[string]any{"name": fmt.Sprintf("stage %02d", i)})
	}
	walk := func(ordering string) int {
		distinct := make(map[string]bool)
		for page := 1; page <= 3; page++ {
			got := ask(t, server, http.MethodGet, fmt.Sprintf("%s?page_size=10&page=%d%s", allPath, page, ordering), "")
			for _, result := range items(got.body["results"]) {
				result, _ := result.(map[string]any)
				distinct[fmt.Sprint(result["pk"])] = true
			}
		}
		return len(distinct)
	}
	if got := walk("&ordering=name"); got != 30 {
		t.Errorf("With an order %d of 30 came.", got)
	}
	if got := walk(""); got == 30 {
		t.Error("Without an order all came.")
	}
}

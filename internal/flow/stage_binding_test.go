package flow_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

var errChanged = errors.New("the value changed")

func change(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// bound is a server with a flow that has one stage once and another one twice.
func bound(t *testing.T, release string) (server *authentiktest.Server, flow, once, twice string) {
	t.Helper()
	server = authentiktest.New(t, authentiktest.WithRelease(release))
	flow = server.Add(flowsPath, map[string]any{"name": "Login", "slug": "login", "title": "Welcome", "designation": "authentication"})
	once = server.Add("/stages/authenticator/totp/", map[string]any{"name": "once", "digits": "6"})
	twice = server.Add("/stages/authenticator/static/", map[string]any{"name": "twice, really"})
	for order, stage := range []string{once, twice, twice} {
		server.Add(bindingsPath, map[string]any{"target": flow, "stage": stage, "order": order * 10})
	}
	return server, flow, once, twice
}

// A binding is found by its flow and stage, and by its place where these are not
// enough: nobody has to know its UUID to bind a policy to it.
func TestBindingLookUps(t *testing.T) {
	t.Parallel()
	server, flow, once, twice := bound(t, "2026.8.5")
	provider := configured(t, server)
	state, diagnostics := provider.Read(bindingType, map[string]any{"target": strings.ToUpper(flow), "stage": once})
	ok(t, diagnostics)
	if text(t, state["stage"]) != once || text(t, state["id"]) == "" || text(t, state["id"]) != text(t, state["pk"]) {
		t.Errorf("found %v", state["id"])
	}
	if _, diagnostics = provider.Read(bindingType, map[string]any{"target": flow, "stage": twice}); len(diagnostics) != 1 || diagnostics[0].Summary != "More than one match" ||
		!strings.Contains(diagnostics[0].Detail, "`order`") {
		t.Errorf("a stage that is bound twice is told as %s", acctest.Describe(diagnostics))
	}
	state, diagnostics = provider.Read(bindingType, map[string]any{"target": flow, "stage": twice, "order": 20})
	ok(t, diagnostics)
	if text(t, state["stage"]) != twice {
		t.Errorf("found %v", state["stage"])
	}
	for _, arguments := range []map[string]any{{"target": flow}, {"stage": once}, {"order": 10}, {}, {"id": once, "target": flow, "stage": once}} {
		if _, diagnostics := provider.Read(bindingType, arguments); !acctest.HasError(diagnostics) {
			t.Errorf("%v is taken for enough", arguments)
		}
	}
	if _, diagnostics = provider.Read(bindingType, map[string]any{"target": flow, "stage": flow}); !acctest.HasError(diagnostics) {
		t.Error("a stage that does not exist is found")
	}
}

// A binding is imported by the names of what it binds, on the oldest release too.
func TestBindingImports(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2026.8.5"} {
		server, flow, once, twice := bound(t, release)
		provider := configured(t, server)
		for importID, stage := range map[string]string{
			"target=login,stage=once": once, "stage=once,target=" + flow: "", "target=" + flow + ",stage=" + once + ",order=0": once,
			"target=login,stage=" + twice + ",order=20": twice,
			"target=login,stage=nobody":                 "", "target=nobody,stage=once": "", "target=login": "", "target=login,stage=once,order=7": "",
			"target=login,stage=once,color=7": "", "target=login,target=login,stage=once": "", "login": "", "": "", "target=login,stage=" + twice: "",
		} {
			imported := provider.Resource(t, bindingType)
			diagnostics := imported.Import(importID)
			switch {
			case stage == "" && !acctest.HasError(diagnostics):
				t.Errorf("%s: %q is imported", release, importID)
			case stage != "" && acctest.HasError(diagnostics):
				t.Errorf("%s: %q: %s", release, importID, acctest.Describe(diagnostics))
			case stage != "" && text(t, imported.State["stage"]) != stage:
				t.Errorf("%s: %q imports another one", release, importID)
			}
		}
	}
}

// A binding whose policies would never be evaluated is refused before the server is
// asked, and a place that is taken says how to import what is there.
func TestBindingRules(t *testing.T) {
	t.Parallel()
	server, flow, once, _ := bound(t, "2026.8.5")
	managed := configured(t, server).Resource(t, bindingType)
	diagnostics := managed.Apply(map[string]any{"target": flow, "stage": once, "order": 5, "re_evaluate_policies": false})
	if len(diagnostics) != 1 || diagnostics[0].Summary != "Policies would never be evaluated" || len(server.Requests()) != 0 {
		t.Errorf("told as %s", acctest.Describe(diagnostics))
	}
	diagnostics = managed.Apply(map[string]any{"target": flow, "stage": once, "order": 0})
	if want := fmt.Sprintf("terraform import <address> 'target=%s,stage=%s,order=0'", flow, once); len(diagnostics) != 1 || !strings.Contains(diagnostics[0].Detail, want) {
		t.Errorf("told as %s, without %s", acctest.Describe(diagnostics), want)
	}
}

// The defaults flipped in 2023.3; what is not written is the same on every release.
func TestBindingDefaultsAreTheSameEverywhere(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2022.12.3", "2023.4.3", "2026.8.5"} {
		server, flow, once, _ := bound(t, release)
		managed := configured(t, server).Resource(t, bindingType)
		ok(t, managed.Apply(map[string]any{"target": flow, "stage": once, "order": 5}))
		for _, binding := range server.Objects(bindingsPath) {
			if binding["order"] == 5.0 && (binding["evaluate_on_plan"] != false || binding["re_evaluate_policies"] != true) {
				t.Errorf("%s: %v", release, binding)
			}
		}
	}
}

// The server deletes a binding along with its stage, so a stage that is made anew, or
// of another type, gets a new binding in the same apply.
func TestAccBindingFollowsAStageThatIsReplaced(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	config := func(kind, name string) string {
		return acctest.ProviderBlock(server.URL(), server.Token()) + `
resource "authentik_flow" "flow" {
  name        = "flow"
  slug        = "flow"
  title       = "Flow"
  designation = "authentication"
}

resource "` + kind + `" "step" {
  name = "` + name + `"
}

resource "authentik_flow_stage_binding" "step" {
  target = authentik_flow.flow.uuid
  stage  = ` + kind + `.step.id
  order  = 10
}
`
	}
	bound := func() {
		if bindings := server.Objects(bindingsPath); len(bindings) != 1 {
			t.Errorf("the flow has %d bindings", len(bindings))
		}
	}
	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(),
		Steps: []resource.TestStep{
			{Config: config("authentik_stage_dummy", "one")},
			{Config: config("authentik_stage_dummy", "renamed"), ConfigPlanChecks: resource.ConfigPlanChecks{
				PreApply: []plancheck.PlanCheck{plancheck.ExpectResourceAction("authentik_flow_stage_binding.step", plancheck.ResourceActionNoop)},
			}},
			{Taint: []string{"authentik_stage_dummy.step"}, Config: config("authentik_stage_dummy", "renamed")},
			{PreConfig: bound, Config: config("authentik_stage_deny", "another")},
			{PreConfig: bound, Config: config("authentik_stage_deny", "another"), PlanOnly: true},
		},
	})
}

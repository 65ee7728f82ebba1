package flow_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

var arguments = map[string]any{"name": "Login", "slug": "login", "title": "Welcome", "designation": "authentication"}

// A slug that is changed in the configuration is an update in place, and whatever
// refers to the flow is left alone.
func TestAccFlowIsRenamedInPlace(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	config := func(slug string) string {
		return acctest.ProviderBlock(server.URL(), server.Token()) + `
resource "authentik_flow" "login" {
  name        = "Login"
  slug        = "` + slug + `"
  title       = "Welcome"
  designation = "stage_configuration"
}

resource "authentik_stage_authenticator_totp" "app" {
  name           = "app"
  configure_flow = authentik_flow.login.uuid
}
`
	}
	same := statecheck.CompareValue(equal{})
	uuid := func() statecheck.StateCheck {
		return same.AddStateValue("authentik_flow.login", tfjsonpath.New("uuid"))
	}
	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(),
		Steps: []resource.TestStep{
			{Config: config("login"), ConfigStateChecks: []statecheck.StateCheck{
				uuid(), statecheck.ExpectKnownValue("authentik_flow.login", tfjsonpath.New("id"), knownvalue.StringExact("login")),
			}},
			{
				Config: config("sign-in"),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectResourceAction("authentik_flow.login", plancheck.ResourceActionUpdate),
					plancheck.ExpectResourceAction("authentik_stage_authenticator_totp.app", plancheck.ResourceActionNoop),
				}},
				ConfigStateChecks: []statecheck.StateCheck{
					uuid(), statecheck.ExpectKnownValue("authentik_flow.login", tfjsonpath.New("id"), knownvalue.StringExact("sign-in")),
				},
			},
			{ResourceName: "authentik_flow.login", ImportState: true, ImportStateVerify: true},
			{ResourceName: "authentik_flow.login", ImportState: true, ImportStateId: "name=Login", ImportStateVerify: true},
		},
	})
}

// equal compares values that must stay the same.
type equal struct{}

func (equal) CompareValues(values ...any) error {
	if len(slices.Compact(values)) > 1 {
		return errChanged
	}
	return nil
}

// A flow that somebody else renamed is found again by its UUID, even where another
// flow has its old slug now; the rename is taken back, never done to the other.
func TestFlowRenamedOutside(t *testing.T) {
	t.Parallel()
	for _, taken := range []bool{false, true} {
		server := authentiktest.New(t)
		managed := configured(t, server).Resource(t, flowType)
		ok(t, managed.Apply(arguments))
		id := text(t, managed.State["uuid"])
		change(t, server.Change(flowsPath, id, map[string]any{"slug": "elsewhere"}))
		another := "another"
		if taken {
			another = "login"
		}
		other := server.Add(flowsPath, map[string]any{"name": "Other", "slug": another, "title": "Other", "designation": "enrollment"})

		ok(t, managed.Refresh())
		if got := text(t, managed.State["uuid"]); got != id || text(t, managed.State["slug"]) != "elsewhere" || text(t, managed.State["id"]) != "elsewhere" {
			t.Errorf("taken %v: the state has the flow %s", taken, got)
		}
		renamed := map[string]any{"name": "Login", "slug": "login-again", "title": "Welcome", "designation": "authentication"}
		ok(t, managed.Apply(renamed))
		ok(t, managed.Refresh())
		if _, changes, _ := managed.Plan(renamed); len(changes) > 0 {
			t.Errorf("taken %v: the plan changes %v", taken, changes)
		}
		for _, flow := range server.Objects(flowsPath) {
			if flow["pk"] == other && (flow["slug"] != another || flow["title"] != "Other") {
				t.Errorf("the other flow was changed: %v", flow)
			}
		}
	}
}

// Between refresh and apply the slug can change too: what is changed or deleted is
// the flow of the state all the same.
func TestFlowRenamedBeforeTheWrite(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	managed := configured(t, server).Resource(t, flowType)
	ok(t, managed.Apply(arguments))
	id := text(t, managed.State["uuid"])
	var other string
	managed.Between = func() {
		change(t, server.Change(flowsPath, id, map[string]any{"slug": "elsewhere"}))
		other = server.Add(flowsPath, map[string]any{"name": "Other", "slug": "login", "title": "Other", "designation": "enrollment"})
	}
	changed := map[string]any{"name": "Login", "slug": "mine", "title": "Changed", "designation": "authentication"}
	ok(t, managed.Apply(changed))
	managed.Between = func() { change(t, server.Change(flowsPath, id, map[string]any{"slug": "gone-elsewhere"})) }
	ok(t, managed.Apply(nil))
	left := server.Objects(flowsPath)
	if len(left) != 1 || left[0]["pk"] != other || left[0]["title"] != "Other" {
		t.Errorf("what is left: %v", left)
	}
}

// A flow that is gone is gone, also where another one took its slug.
func TestFlowIsGone(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	managed := configured(t, server).Resource(t, flowType)
	ok(t, managed.Apply(arguments))
	change(t, server.Remove(flowsPath, text(t, managed.State["uuid"])))
	server.Add(flowsPath, map[string]any{"name": "Other", "slug": "login", "title": "Other", "designation": "enrollment"})
	diagnostics := managed.Refresh()
	if managed.State != nil || len(diagnostics) != 1 || diagnostics[0].Severity != tfprotov6.DiagnosticSeverityWarning {
		t.Errorf("the loss is told as %s", acctest.Describe(diagnostics))
	}
}

// The data source finds a flow by each of its names; of two with a name it says so.
func TestFlowLookUps(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	id := server.Add(flowsPath, map[string]any{"name": "Login", "slug": "login", "title": "Welcome", "designation": "authentication"})
	for range 2 {
		server.Add(flowsPath, map[string]any{"name": "Twice", "title": "Twice", "designation": "recovery"})
	}
	provider := configured(t, server)
	for _, arguments := range []map[string]any{{"id": strings.ToUpper(id)}, {"slug": "login"}, {"uuid": id}, {"name": "Login"}} {
		state, diagnostics := provider.Read(flowType, arguments)
		ok(t, diagnostics)
		if text(t, state["uuid"]) != id || text(t, state["id"]) != id {
			t.Errorf("%v finds %v", arguments, state["uuid"])
		}
	}
	for arguments, title := range map[string]string{"name=Twice": "More than one match", "slug=nobody": "Flow not found", "name=nobody": "Flow not found"} {
		name, value, _ := strings.Cut(arguments, "=")
		_, diagnostics := provider.Read(flowType, map[string]any{name: value})
		if len(diagnostics) != 1 || diagnostics[0].Summary != title {
			t.Errorf("%s is told as %s", arguments, acctest.Describe(diagnostics))
		}
	}
}

// The background is a file's name that can be written from 2025.12 on. Before, the
// server has a URL under the same name, which must not get into a resource.
func TestFlowBackground(t *testing.T) {
	t.Parallel()
	old := authentiktest.New(t, authentiktest.WithRelease("2025.10.4"))
	managed := configured(t, old).Resource(t, flowType)
	ok(t, managed.Apply(arguments))
	id := text(t, managed.State["uuid"])
	change(t, old.Change(flowsPath, id, map[string]any{"background": "/media/flow.png?token=abc"}))
	ok(t, managed.Refresh())
	if _, changes, _ := managed.Plan(arguments); len(changes) > 0 {
		t.Errorf("the plan changes %v", changes)
	}
	withBackground := map[string]any{"name": "Login", "slug": "login", "title": "Welcome", "designation": "authentication", "background": "flow.png"}
	if _, _, diagnostics := managed.Plan(withBackground); len(diagnostics) != 1 || diagnostics[0].Summary != "Not available in the server's release" {
		t.Errorf("an old server: %s", acctest.Describe(diagnostics))
	}
	recent := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	managed = configured(t, recent).Resource(t, flowType)
	withBackground["background"] = "https://cdn.example.com/flow.png?token=mine"
	ok(t, managed.Apply(withBackground))
	ok(t, managed.Refresh())
	if _, changes, _ := managed.Plan(withBackground); len(changes) > 0 {
		t.Errorf("the plan changes %v", changes)
	}
}

// A wrong slug is the server's to refuse, on the argument.
func TestFlowServerErrorsStandOnTheArgument(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add(flowsPath, map[string]any{"name": "Other", "slug": "login", "title": "Other", "designation": "enrollment"})
	managed := configured(t, server).Resource(t, flowType)
	diagnostics := managed.Apply(arguments)
	if len(diagnostics) != 1 || diagnostics[0].Attribute.String() != `AttributeName("slug")` || !strings.Contains(diagnostics[0].Detail, "terraform import <address> 'slug=login'") {
		t.Errorf("a slug that is taken is told as %s", acctest.Describe(diagnostics))
	}
	posts := 0
	for _, request := range server.Requests() {
		if request.Method == http.MethodPost {
			posts++
		}
	}
	if posts != 1 {
		t.Errorf("%d attempts to make it", posts)
	}
}

// Two flows cannot exchange their slugs in one apply; what to do is said.
func TestExchangedSlugsAreExplained(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add(flowsPath, map[string]any{"name": "Other", "slug": "other", "title": "Other", "designation": "enrollment"})
	managed := configured(t, server).Resource(t, flowType)
	ok(t, managed.Apply(arguments))
	diagnostics := managed.Apply(map[string]any{"name": "Login", "slug": "other", "title": "Welcome", "designation": "authentication"})
	if len(diagnostics) != 1 || !strings.Contains(diagnostics[0].Detail, "give one of them a third value first") {
		t.Errorf("told as %s", acctest.Describe(diagnostics))
	}
}

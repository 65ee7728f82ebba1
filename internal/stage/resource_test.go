package stage_test

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/querycheck"
	"github.com/hashicorp/terraform-plugin-testing/querycheck/queryfilter"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// block writes a resource with these arguments as HCL.
func block(kind string, arguments map[string]any) string {
	var text strings.Builder
	fmt.Fprintf(&text, "resource %q \"test\" {\n", kind)
	for _, name := range slices.Sorted(maps.Keys(arguments)) {
		fmt.Fprintf(&text, "  %s = %#v\n", name, arguments[name])
	}
	text.WriteString("}\n")
	return text.String()
}

// lives are the stages that are tried with the real Terraform one by one. All kinds
// are tried at once in internal/lifecycle.
var lives = []lifecycle.Case{lifecycle.Of("stage_authenticator_sms"), lifecycle.Of("stage_authenticator_static"), lifecycle.Of("stage_authenticator_totp")}

// Every resource with the real Terraform: made, changed in place, imported, changed
// outside, destroyed; on the oldest release and the newest, and on a real server where
// there is one. Those between have their lives in internal/lifecycle.
func TestAccResources(t *testing.T) {
	t.Parallel()
	for _, life := range lives {
		t.Run(life.Resource(), func(t *testing.T) {
			t.Parallel()
			for _, release := range []string{contract.Oldest(), contract.Newest()} {
				t.Run(release, func(t *testing.T) {
					t.Parallel()
					server := authentiktest.New(t, authentiktest.WithRelease(release))
					accResource(t, acctest.API{URL: server.URL(), Token: server.Token()}, life, release)
					if left := server.Objects(life.Object().API.Path); len(left) != 0 {
						t.Errorf("%d objects are left", len(left))
					}
				})
			}
			t.Run("live", func(t *testing.T) {
				t.Parallel()
				url, token := acctest.Live(t)
				accResource(t, acctest.API{URL: strings.TrimRight(url, "/"), Token: token}, life, "")
			})
		})
	}
}

func accResource(t *testing.T, api acctest.API, life lifecycle.Case, release string) {
	t.Helper()
	minimal, full := life.Minimal, life.Full
	if release != "" {
		full = life.On(release, full)
	} else {
		// A real server knows neither the flow nor the mapping, and may have stages
		// of these names.
		minimal, full = maps.Clone(minimal), maps.Clone(full)
		delete(full, "configure_flow")
		delete(full, "mapping")
		minimal["name"], full["name"] = "terraform-test-"+uuid.NewString(), "terraform-test-"+uuid.NewString()
	}
	address := life.Resource() + ".test"
	provider := acctest.ProviderBlock(api.URL, api.Token, "max_retries = 4")
	inPlace := func(action plancheck.ResourceActionType) resource.ConfigPlanChecks {
		return resource.ConfigPlanChecks{
			PreApply:             []plancheck.PlanCheck{plancheck.ExpectResourceAction(address, action)},
			PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()},
		}
	}
	var id string
	keep := statecheck.CompareValue(same{&id})
	withheld := []string{"auth", "auth_password", "account_sid"}
	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(),
		Steps: []resource.TestStep{
			{
				Config: provider + block(life.Resource(), minimal), ConfigPlanChecks: inPlace(plancheck.ResourceActionCreate),
				ConfigStateChecks: []statecheck.StateCheck{keep.AddStateValue(address, tfjsonpath.New("id"))},
			},
			{
				Config: provider + block(life.Resource(), full), ConfigPlanChecks: inPlace(plancheck.ResourceActionUpdate),
				ConfigStateChecks: append(expectArguments(address, full), keep.AddStateValue(address, tfjsonpath.New("id"))),
			},
			{ResourceName: address, ImportState: true, ImportStateVerify: true, ImportStateVerifyIgnore: append(withheld, "configure_flow", "mapping")},
			{
				ResourceName: address, ImportState: true, ImportStateId: fmt.Sprintf("name=%v", full["name"]),
				ImportStateVerify: true, ImportStateVerifyIgnore: append(withheld, "configure_flow", "mapping"),
			},
			{
				PreConfig: func() {
					api.Change(t, life.Object().API.Path, id, map[string]any{"name": fmt.Sprint(full["name"], " changed")})
				},
				Config:           provider + block(life.Resource(), full),
				ConfigPlanChecks: inPlace(plancheck.ResourceActionUpdate),
			},
			{Config: provider + block(life.Resource(), minimal), ConfigPlanChecks: inPlace(plancheck.ResourceActionUpdate)},
			{Config: provider + block(life.Resource(), minimal), ConfigPlanChecks: inPlace(plancheck.ResourceActionNoop)},
		},
	})
}

// same compares ids, which no update may change, and keeps the last one.
type same struct{ id *string }

func (s same) CompareValues(values ...any) error {
	for _, value := range values {
		if value != values[0] {
			return fmt.Errorf("the id changed from %v to %v", values[0], value)
		}
	}
	*s.id = fmt.Sprint(values[0])
	return nil
}

func expectArguments(address string, arguments map[string]any) []statecheck.StateCheck {
	var checks []statecheck.StateCheck
	for name, value := range arguments {
		check := known(value)
		if number, ok := value.(int); ok {
			check = knownvalue.Int64Exact(int64(number))
		}
		checks = append(checks, statecheck.ExpectKnownValue(address, tfjsonpath.New(name), check))
	}
	return checks
}

// Terraform 1.12: the identity is set and imports.
func TestAccResourceIdentity(t *testing.T) {
	t.Parallel()
	for _, life := range lives {
		t.Run(life.Resource(), func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t)
			address := life.Resource() + ".test"
			config := acctest.ProviderBlock(server.URL(), server.Token()) + block(life.Resource(), life.Minimal)
			resource.UnitTest(t, resource.TestCase{
				TerraformVersionChecks:   acctest.Needs(localbuild.IdentityImport),
				ProtoV6ProviderFactories: acctest.Factories(),
				Steps: []resource.TestStep{
					{
						Config: config,
						ConfigStateChecks: []statecheck.StateCheck{
							statecheck.ExpectIdentityValueMatchesState(address, tfjsonpath.New("id")),
						},
					},
					{
						ResourceName: address, ImportState: true, ImportStateKind: resource.ImportBlockWithResourceIdentity,
						// The secret is not imported: it is sent once.
						ExpectNonEmptyPlan: life.Minimal["auth"] != nil,
						ImportPlanChecks:   resource.ImportPlanChecks{},
					},
				},
			})
		})
	}
}

// Terraform 1.14: terraform query finds what is there, by the server's filters.
func TestAccListResources(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	for i := range 45 { // three pages
		server.Add(smsPath, map[string]any{"name": fmt.Sprintf("stage %02d", i), "provider": []string{"twilio", "generic"}[i%2], "verify_only": i%3 == 0})
	}
	id := server.Add(smsPath, map[string]any{"name": "the one", "friendly_name": "One"})
	list := func(name string, lines ...string) string {
		return fmt.Sprintf("list %q %q {\n  provider = authentik\n  include_resource = true\n  config {\n    %s\n  }\n}\n", smsType, name, strings.Join(lines, "\n    "))
	}
	address := func(name string) string { return smsType + "." + name }
	identity := map[string]knownvalue.Check{"id": knownvalue.StringExact(id)}
	resource.UnitTest(t, resource.TestCase{
		TerraformVersionChecks:   acctest.Needs(localbuild.Query),
		ProtoV6ProviderFactories: acctest.Factories(),
		Steps: []resource.TestStep{
			{
				Query: true,
				Config: acctest.ProviderBlock(server.URL(), server.Token()) + list("all") + list("generic", `sms_provider = "generic"`) +
					list("verify", `verify_only = true`) + list("found", `search = "THE"`) + list("none", `name = "nobody"`),
				QueryResultChecks: []querycheck.QueryResultCheck{
					querycheck.ExpectLength(address("all"), 46),
					querycheck.ExpectLength(address("generic"), 22),
					querycheck.ExpectLength(address("verify"), 15),
					querycheck.ExpectLength(address("found"), 1),
					querycheck.ExpectLength(address("none"), 0),
					querycheck.ExpectIdentity(address("found"), identity),
					querycheck.ExpectResourceDisplayName(address("found"), queryfilter.ByResourceIdentity(identity), knownvalue.StringExact("the one")),
					querycheck.ExpectResourceKnownValues(address("found"), queryfilter.ByResourceIdentity(identity), []querycheck.KnownValueCheck{
						{Path: tfjsonpath.New("friendly_name"), KnownValue: knownvalue.StringExact("One")},
						{Path: tfjsonpath.New("auth"), KnownValue: knownvalue.Null()},
					}),
				},
			},
		},
	})
}

// The plural data source reads all pages, sorted, with the singular's values.
func TestAccPluralDataSources(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	for i := range 45 {
		server.Add(smsPath, map[string]any{"name": fmt.Sprintf("stage %02d", i), "verify_only": i%3 == 0})
	}
	recorded := recordedBody(t, "2025.12.4/sms/get-bound-twice-in-one-flow.json")
	server.Add(smsPath, recorded)
	one := map[string]knownvalue.Check{"id": known(recorded["pk"]), "flow_set": flowSet(recorded["flow_set"])}
	for key, attribute := range smsKeys {
		one[attribute] = known(recorded[key])
	}
	objects := tfjsonpath.New("objects")
	config := acctest.ProviderBlock(server.URL(), server.Token()) + `
data "authentik_stages_authenticator_sms" "all" {}
data "authentik_stages_authenticator_sms" "verify" { verify_only = true }
data "authentik_stages_authenticator_sms" "one" { name = "sms-twilio" }
data "authentik_stages_authenticator_sms" "none" { search = "nobody" }
`
	address := func(name string) string { return "data.authentik_stages_authenticator_sms." + name }
	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(),
		Steps: []resource.TestStep{
			{
				Config: config,
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(address("all"), objects, knownvalue.ListSizeExact(46)),
					statecheck.ExpectKnownValue(address("verify"), objects, knownvalue.ListSizeExact(15)),
					statecheck.ExpectKnownValue(address("none"), objects, knownvalue.ListSizeExact(0)),
					statecheck.ExpectKnownValue(address("one"), objects, knownvalue.ListExact([]knownvalue.Check{knownvalue.ObjectExact(one)})),
					statecheck.ExpectSensitiveValue(address("one"), objects.AtSliceIndex(0).AtMapKey("auth")),
				},
			},
			{Config: config, ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}}},
		},
	})
}

// Terraform 1.11: a write-only secret is in neither plan nor state.
func TestAccWriteOnlySecret(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	config := acctest.ProviderBlock(server.URL(), server.Token()) + block(smsType, twilio(map[string]any{"auth_wo": "marked-secret", "auth_wo_version": 1}))
	address := smsType + ".test"
	resource.UnitTest(t, resource.TestCase{
		TerraformVersionChecks:   acctest.Needs(localbuild.WriteOnly),
		ProtoV6ProviderFactories: acctest.Factories(),
		Steps: []resource.TestStep{{
			Config:           config,
			ConfigPlanChecks: resource.ConfigPlanChecks{PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}},
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectKnownValue(address, tfjsonpath.New("auth"), knownvalue.Null()),
				statecheck.ExpectKnownValue(address, tfjsonpath.New("auth_wo"), knownvalue.Null()),
			},
		}},
	})
}

// What a new stage needs is told by the plan; what is imported has it on the server.
func TestSMSResourceNeeds(t *testing.T) {
	t.Parallel()
	for says, config := range map[string]map[string]any{
		`AttributeName("auth_type"): Missing password`: twilio(map[string]any{"auth": "marked-secret", "sms_provider": "generic", "account_sid": "https://b.example"}),
		`AttributeName("auth"): Missing argument`:      twilio(map[string]any{"auth": nil}),
		`AttributeName("account_sid"): Missing`:        twilio(map[string]any{"auth": "marked-secret", "account_sid": nil}),
	} {
		provider := configured(t, authentiktest.New(t), nil)
		if text := acctest.Describe(provider.Resource(t, smsType).Check(config)); !strings.HasPrefix(text, says) || strings.Contains(text, "marked") {
			t.Errorf("got %s instead of %s", text, says)
		}
	}
}

// What is certainly wrong is refused, what may be right only warned of, before the
// server is asked.
func TestSMSResourceRules(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		change   map[string]any
		on, says string
		severity tfprotov6.DiagnosticSeverity
	}{
		"no URL":              {map[string]any{"sms_provider": "generic", "auth_type": "bearer"}, "account_sid", "URL", tfprotov6.DiagnosticSeverityWarning},
		"credentials":         {map[string]any{"sms_provider": "generic", "auth_type": "bearer", "account_sid": "https://a:marked@b.example"}, "account_sid", "Credentials", tfprotov6.DiagnosticSeverityWarning},
		"unknown gateway":     {map[string]any{"sms_provider": "plivo"}, "sms_provider", "Unknown value", tfprotov6.DiagnosticSeverityWarning},
		"space at the end":    {map[string]any{"name": "a "}, "name", "whitespace", tfprotov6.DiagnosticSeverityError},
		"unusual whitespace":  {map[string]any{"friendly_name": "\u3000a"}, "friendly_name", "whitespace", tfprotov6.DiagnosticSeverityError},
		"secret with newline": {map[string]any{"auth": "marked\n"}, "auth", "whitespace", tfprotov6.DiagnosticSeverityError},
		"empty":               {map[string]any{"from_number": ""}, "from_number", "Empty", tfprotov6.DiagnosticSeverityError},
		"null":                {map[string]any{"from_number": nil}, "from_number", "must be set", tfprotov6.DiagnosticSeverityError},
		"no UUID":             {map[string]any{"mapping": "marked"}, "mapping", "UUID", tfprotov6.DiagnosticSeverityError},
		"two secrets":         {map[string]any{"auth_wo": "marked", "auth_wo_version": 1}, "auth_wo", "`auth`", tfprotov6.DiagnosticSeverityError},
		"no version":          {map[string]any{"auth_password_wo": "marked"}, "auth_password_wo", "auth_password_wo_version", tfprotov6.DiagnosticSeverityError},
		"version alone":       {map[string]any{"auth_wo_version": 1}, "auth_wo_version", "auth_wo", tfprotov6.DiagnosticSeverityError},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t)
			provider := configured(t, server, nil)
			config := twilio(map[string]any{"auth": "marked-secret"})
			maps.Copy(config, test.change)
			diagnostics := provider.Resource(t, smsType).Validate(config)
			text := acctest.Describe(diagnostics)
			if len(diagnostics) == 0 || diagnostics[0].Severity != test.severity || strings.Contains(text, "marked") ||
				!strings.HasPrefix(text, fmt.Sprintf("AttributeName(%q)", test.on)) || !strings.Contains(text, test.says) {
				t.Errorf("got %s", text)
			}
			if requests := server.Requests(); len(requests) > 0 {
				t.Errorf("validation asked the server: %v", requests)
			}
		})
	}
}

// An argument that the server's release has no field for is refused in the plan,
// with the release that has it.
func TestArgumentsThatTheReleaseLacks(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2022.12.3"))
	provider := configured(t, server, nil)
	_, _, diagnostics := provider.Resource(t, smsType).Plan(twilio(map[string]any{"auth": "a", "friendly_name": "Text"}))
	text := acctest.Describe(diagnostics)
	if !strings.HasPrefix(text, `AttributeName("friendly_name")`) || !strings.Contains(text, "authentik 2022.12.3") || !strings.Contains(text, "since authentik 2023.4") {
		t.Errorf("got %s", text)
	}
}

// A plan that sets nothing new does not ask for the release.
func TestSteadyPlansAskForNoRelease(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := configured(t, server, nil)
	stage := provider.Resource(t, smsType)
	config := twilio(map[string]any{"auth": "a", "friendly_name": "Text"})
	ok(t, stage.Apply(config))
	steady := configured(t, server, nil).Resource(t, smsType)
	steady.State = stage.State
	server.ResetRequests()
	ok(t, steady.Refresh())
	if _, changes, _ := steady.Plan(config); len(changes) > 0 || len(server.Requests()) != 1 {
		t.Errorf("changes %v, requests %v", changes, server.Requests())
	}
}

// A server that hides its release is written to all the same, whichever of
// null and "" it takes for nothing.
func TestServersThatHideTheirRelease(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2023.10.7", "2025.12.4"} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		server.Respond(authentiktest.Matching(http.MethodGet, "/admin/version/"), hidden)
		provider := configured(t, server, nil)
		stage := provider.Resource(t, smsType)
		named := twilio(map[string]any{"auth": "a"})
		if release != "2022.10.4" {
			named["friendly_name"] = "Text"
		}
		ok(t, stage.Apply(named))
		ok(t, stage.Apply(twilio(map[string]any{"auth": "a"})))
		ok(t, stage.Refresh())
		if got := server.Objects(smsPath)[0]["friendly_name"]; got == "Text" || plain(t, stage.State["friendly_name"]) != "" {
			t.Errorf("%s: the server has %v, the state %v", release, got, stage.State["friendly_name"])
		}
	}
}

// A text is cleared with what the server's release takes for nothing, at the first
// try.
func TestClearingTakesOneRequest(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.4.3", "2025.8.6", "2025.10.4", "2026.8.5"} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		provider := configured(t, server, nil)
		stage := provider.Resource(t, smsType)
		ok(t, stage.Apply(twilio(map[string]any{"auth": "a", "friendly_name": "Text"})))
		server.ResetRequests()
		ok(t, stage.Apply(twilio(map[string]any{"auth": "a"})))
		writes := 0
		for _, request := range server.Requests() {
			if request.Method == http.MethodPatch {
				writes++
			}
		}
		if writes != 1 {
			t.Errorf("%s: %d writes", release, writes)
		}
	}
}

// A server that lacks a field and hides its release: the value has no effect, which
// a warning says.
func TestFieldsThatAreNotStored(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2022.10.4"))
	server.Respond(authentiktest.Matching(http.MethodGet, "/admin/version/"), hidden)
	provider := configured(t, server, nil)
	diagnostics := provider.Resource(t, "authentik_stage_authenticator_static").Apply(map[string]any{"name": "static", "token_length": 20})
	if text := acctest.Describe(diagnostics); len(diagnostics) != 1 || !strings.Contains(text, "`token_length`") || !strings.Contains(text, "2023.8") {
		t.Errorf("got %s", text)
	}
}

// A state that another provider wrote, with "" where nothing is configured, plans
// empty.
func TestEmptySecretsOfAnotherProvider(t *testing.T) {
	t.Parallel()
	onSecretReleases(t, func(c *secretCase, _ bool) {
		config := twilio(map[string]any{"auth": "one"})
		c.apply(config)
		c.resource.State["auth_password"] = tftypes.NewValue(tftypes.String, "")
		ok(c.T, c.resource.Refresh())
		if _, changes, _ := c.resource.Plan(config); len(changes) > 0 {
			c.Errorf("the plan changes %v", changes)
		}
		config["from_number"] = "+2"
		c.apply(config)
		config["auth_password"] = ""
		c.apply(config)
		config["auth_password"] = "two"
		c.apply(config)
		delete(config, "auth_password")
		c.apply(config)
		if c.stored("auth_password") != "" {
			c.Error("the password was not cleared")
		}
	})
}

// Deleting tells what goes along.
func TestDeletionWarns(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := configured(t, server, nil)
	stage := provider.Resource(t, smsType)
	ok(t, stage.Apply(twilio(map[string]any{"auth": "a"})))
	_, _, diagnostics := stage.Plan(nil)
	if text := acctest.Describe(diagnostics); len(diagnostics) != 1 || !strings.Contains(text, "every device") {
		t.Errorf("got %s", text)
	}
	if err := server.Remove(smsPath, fmt.Sprint(plain(t, stage.State["id"]))); err != nil {
		t.Fatal(err)
	}
	ok(t, stage.Apply(nil)) // gone already
}

// Import ids that lead nowhere.
func TestImportErrors(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add(smsPath, map[string]any{"name": "twice"})
	server.Add(smsPath, map[string]any{"name": "twice"})
	for id, says := range map[string]string{
		"":            "is none of these",
		"sms":         "`name=<name>`",
		"name=":       "is none of these",
		"name= a":     "is none of these",
		"nome=a":      "is none of these",
		"name=nobody": "not found",
		"name=twice":  "More than one match",
		unknownID:     "There is no SMS authenticator setup stage",
	} {
		provider := configured(t, server, nil)
		imported := provider.Resource(t, smsType)
		if text := acctest.Describe(imported.Import(id)); imported.State != nil || !strings.Contains(text, says) {
			t.Errorf("%q: %s", id, text)
		}
	}
}

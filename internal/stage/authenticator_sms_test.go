package stage_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const (
	smsPath    = "/stages/authenticator/sms/"
	smsType    = "authentik_stage_authenticator_sms"
	smsAddress = "data." + smsType + ".test"
)

// smsBlock is a data source with these lines.
func smsBlock(lines ...string) string {
	return "data \"" + smsType + "\" \"test\" {\n  " + strings.Join(lines, "\n  ") + "\n}\n"
}

// The main job: what real servers answered comes out of Terraform value by value.
func TestAccSMSDataSourceReadsRecordings(t *testing.T) {
	t.Parallel()
	for _, file := range []string{
		"2023.10.7/get-sms-generic.json",
		"2023.10.7/get-sms-twilio.json",
		"2023.10.7/bind-sms-get-two-flows.json",
		"2023.10.7/bind-sms-get-bound-twice-same-flow.json",
		"2025.12.4/sms/get.json",
		"2025.12.4/sms/get-bound-twice-in-one-flow.json",
		"2025.12.4/sms/get-flow-with-file-background.json",
	} {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			release, _, _ := strings.Cut(file, "/")
			recorded := recordedBody(t, file)
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			id := server.Add(smsPath, recorded)
			name, _ := recorded["name"].(string)
			server.Add(smsPath, map[string]any{"name": name + " of another"})

			provider := acctest.ProviderBlock(server.URL()+"/", server.Token())
			byID, byName := provider+smsBlock(`id = "`+id+`"`), provider+smsBlock(`name = "`+name+`"`)
			unchanged := resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}}
			checks := smsChecks(recorded)
			resource.UnitTest(t, resource.TestCase{
				ProtoV6ProviderFactories: acctest.Factories(),
				Steps: []resource.TestStep{
					{Config: byID, ConfigStateChecks: checks},
					{Config: byID, ConfigPlanChecks: unchanged, ConfigStateChecks: checks},
					{Config: byName, ConfigStateChecks: checks},
					{Config: byName, ConfigPlanChecks: unchanged, ConfigStateChecks: checks},
				},
			})
			for _, request := range server.Requests() {
				want := "/api/v3" + smsPath
				if request.Query.Get("name") == "" {
					want += id + "/"
				}
				if request.Method != http.MethodGet || request.Path != want {
					t.Errorf("sent %s", request)
				}
			}
		})
	}
}

func TestAccSMSDataSourceSecrets(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	id := server.Add(smsPath, recordedBody(t, "2025.12.4/sms/get.json"))
	at := tfjsonpath.New[string]
	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(),
		Steps: []resource.TestStep{
			{
				Config: acctest.ProviderBlock(server.URL(), server.Token()) + smsBlock(`id = "`+id+`"`),
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectSensitiveValue(smsAddress, at("auth")),
					statecheck.ExpectSensitiveValue(smsAddress, at("auth_password")),
					statecheck.ExpectKnownValue(smsAddress, at("omit_secrets"), knownvalue.Null()),
				},
			},
			{
				Config: acctest.ProviderBlock(server.URL(), server.Token()) + smsBlock(`id = "`+id+`"`, `omit_secrets = true`),
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(smsAddress, at("auth"), knownvalue.Null()),
					statecheck.ExpectKnownValue(smsAddress, at("auth_password"), knownvalue.Null()),
					statecheck.ExpectKnownValue(smsAddress, at("account_sid"), knownvalue.StringExact("https://sms.example.com/send")),
					statecheck.ExpectKnownValue(smsAddress, at("omit_secrets"), knownvalue.Bool(true)),
				},
			},
		},
	})
}

func TestAccSMSDataSourceArguments(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := acctest.ProviderBlock(server.URL(), server.Token())
	var steps []resource.TestStep
	for _, test := range []struct {
		lines []string
		says  string
	}{
		{nil, "Missing argument"},
		{[]string{`id = "2c56e12c-0fea-496b-a1e4-c39d9945129e"`, `name = "one"`}, "Invalid combination of arguments"},
		{[]string{`id = "not-a-uuid"`}, "Invalid UUID"},
		{[]string{`id = ""`}, "Invalid UUID"},
		{[]string{`name = ""`}, "Empty value"},
		{[]string{`name = " \t "`}, "Empty value"},
		{[]string{`name = "one "`}, "Leading or trailing whitespace"},
		{[]string{`name = "\u00a0one"`}, "Leading or trailing whitespace"},
	} {
		steps = append(steps, resource.TestStep{
			Config: provider + smsBlock(test.lines...), PlanOnly: true, ExpectError: regexp.MustCompile(test.says),
		})
	}
	resource.UnitTest(t, resource.TestCase{ProtoV6ProviderFactories: acctest.Factories(), Steps: steps})
	if requests := server.Requests(); len(requests) > 0 {
		t.Errorf("bad arguments reached the server: %v", requests)
	}
}

func TestAccSMSDataSourceSeesDrift(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	id := server.Add(smsPath, map[string]any{"name": "one", "from_number": "+1"})
	config := acctest.ProviderBlock(server.URL(), server.Token()) + smsBlock(`name = "one"`) +
		"output \"from_number\" {\n  value = " + smsAddress + ".from_number\n}\n"
	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(),
		Steps: []resource.TestStep{
			{
				Config:            config,
				ConfigStateChecks: []statecheck.StateCheck{statecheck.ExpectKnownOutputValue("from_number", knownvalue.StringExact("+1"))},
			},
			{
				PreConfig: func() {
					if err := server.Change(smsPath, id, map[string]any{"from_number": "+2"}); err != nil {
						t.Error(err)
					}
				},
				Config: config,
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{
					plancheck.ExpectNonEmptyPlan(),
					plancheck.ExpectKnownOutputValue("from_number", knownvalue.StringExact("+2")),
				}},
				ConfigStateChecks: []statecheck.StateCheck{statecheck.ExpectKnownOutputValue("from_number", knownvalue.StringExact("+2"))},
			},
		},
	})
}

// A drift check in CI goes by the exit code: 0 for no change, 1 for an error, 2 for
// a change.
func TestAccSMSDataSourceDetailedExitCode(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	id := server.Add(smsPath, map[string]any{"name": "one"})
	cli := acctest.NewCLI(t, acctest.ProviderBlock(server.URL(), server.Token())+smsBlock(`id = "`+strings.ToUpper(id)+`"`)+
		"output \"stage\" {\n  value     = "+smsAddress+"\n  sensitive = true\n}\n")
	run := func(want int, arguments ...string) {
		t.Helper()
		if output, got := cli.Run(arguments...); got != want {
			t.Fatalf("terraform %v ended with %d, want %d:\n%s", arguments, got, want, output)
		}
	}
	run(0, "apply", "-auto-approve")
	run(0, "plan", "-detailed-exitcode")
	run(0, "plan", "-detailed-exitcode")
	if err := server.Change(smsPath, id, map[string]any{"verify_only": true}); err != nil {
		t.Fatal(err)
	}
	run(2, "plan", "-detailed-exitcode")
	run(0, "apply", "-auto-approve")
	run(0, "plan", "-detailed-exitcode")
	if err := server.Remove(smsPath, id); err != nil {
		t.Fatal(err)
	}
	run(1, "plan", "-detailed-exitcode")
}

package stage_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// servers are the stand-in as both recorded releases and, where the environment
// names one, a real server.
func servers(t *testing.T, test func(*testing.T, acctest.API)) {
	t.Helper()
	for _, release := range []string{"2023.10.7", "2025.12.4"} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			test(t, acctest.API{URL: server.URL(), Token: server.Token()})
		})
	}
	t.Run("live", func(t *testing.T) {
		t.Parallel()
		url, token := acctest.Live(t)
		test(t, acctest.API{URL: strings.TrimRight(url, "/"), Token: token})
	})
}

// The whole of the data source's life on a server that is changed through its
// API: read by id and by name, an empty second plan, drift.
func TestAccSMSDataSourceOnServers(t *testing.T) {
	t.Parallel()
	servers(t, func(t *testing.T, api acctest.API) { //nolint:thelper // It is the test, not a helper.
		name := "terraform-test-" + uuid.NewString()
		created := api.Create(t, smsPath, map[string]any{
			"name": name, "provider": "generic", "from_number": "Example", "account_sid": "https://sms.example.com/send",
			"auth": "user", "auth_password": "pässwörd", "auth_type": "basic", "verify_only": true,
		})
		id, _ := created["pk"].(string)
		provider := acctest.ProviderBlock(api.URL, api.Token, "max_retries = 4")
		output := "output \"number\" {\n  value = " + smsAddress + ".from_number\n}\n"
		byID := provider + smsBlock(`id = "`+strings.ToUpper(id)+`"`) + output
		byName := provider + smsBlock(`name = "`+name+`"`) + output
		unchanged := resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}}
		resource.UnitTest(t, resource.TestCase{
			ProtoV6ProviderFactories: acctest.Factories(),
			Steps: []resource.TestStep{
				{Config: byID, ConfigStateChecks: smsChecks(api.Get(t, smsPath, id))},
				{Config: byID, ConfigPlanChecks: unchanged},
				{Config: byName, ConfigPlanChecks: unchanged, ConfigStateChecks: smsChecks(api.Get(t, smsPath, id))},
				{
					PreConfig:        func() { api.Change(t, smsPath, id, map[string]any{"from_number": "Changed"}) },
					Config:           byName,
					ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{plancheck.ExpectNonEmptyPlan()}},
					ConfigStateChecks: []statecheck.StateCheck{
						statecheck.ExpectKnownOutputValue("number", knownvalue.StringExact("Changed")),
					},
				},
			},
		})
	})
}

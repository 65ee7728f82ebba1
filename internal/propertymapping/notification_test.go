package propertymapping_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }

var errTrimmed = errors.New("the state has not what was written")

const (
	path    = "/propertymappings/notification/"
	address = "authentik_property_mapping_notification.text"
)

// A heredoc, whose last line end and first indentation the server takes off, plans
// empty; a change inside it is a change, on both sides.
func TestAccHeredocsPlanEmpty(t *testing.T) {
	t.Parallel()
	for _, release := range []string{contract.Oldest(), contract.Newest()} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			config := func(word string) string {
				return acctest.ProviderBlock(server.URL(), server.Token()) + `
resource "authentik_property_mapping_notification" "text" {
  name       = "text"
  expression = <<EOT
    # indented
    return {
        "text": "` + word + ` <code> & more: ` + "\u00a0" + `",
    }
  EOT
}
`
			}
			empty := resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}}
			resource.UnitTest(t, resource.TestCase{
				ProtoV6ProviderFactories: acctest.Factories(),
				Steps: []resource.TestStep{
					{Config: config("Your")},
					{Config: config("Your"), ConfigPlanChecks: empty},
					{
						Config:           config("My"),
						ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{plancheck.ExpectResourceAction(address, plancheck.ResourceActionUpdate)}},
						ConfigStateChecks: []statecheck.StateCheck{
							statecheck.ExpectKnownValue(address, tfjsonpath.New("expression"), knownvalue.StringFunc(func(text string) error {
								if text[:4] != "    " {
									return errTrimmed
								}
								return nil
							})),
						},
					},
					{PreConfig: func() { drift(t, server) }, Config: config("My"), ConfigPlanChecks: resource.ConfigPlanChecks{
						PreApply: []plancheck.PlanCheck{plancheck.ExpectResourceAction(address, plancheck.ResourceActionUpdate)},
					}},
				},
			})
		})
	}
}

func drift(t *testing.T, server *authentiktest.Server) {
	t.Helper()
	stored := server.Objects(path)
	if len(stored) != 1 || !strings.HasPrefix(fmt.Sprint(stored[0]["expression"]), "#") {
		t.Fatal("The server did not take the blanks off.")
	}
	if err := server.Change(path, fmt.Sprint(stored[0]["pk"]), map[string]any{"expression": "return {}"}); err != nil {
		t.Fatal(err)
	}
}

// Before authentik 2023.3 two mappings can have one name.
func TestTwoMappingsOfOneName(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2022.12.3"))
	for range 2 {
		server.Add(path, map[string]any{"name": "twice", "expression": "return {}"})
	}
	provider := acctest.NewProvider(t)
	if diagnostics := provider.Configure(map[string]any{"url": server.URL(), "token": server.Token()}); acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
	_, diagnostics := provider.Read("authentik_property_mapping_notification", map[string]any{"name": "twice"})
	if len(diagnostics) != 1 || diagnostics[0].Summary != "More than one match" {
		t.Errorf("told as %s", acctest.Describe(diagnostics))
	}
	third := provider.Resource(t, "authentik_property_mapping_notification")
	if diagnostics := third.Apply(map[string]any{"name": "twice", "expression": "return {1: 2}"}); acctest.HasError(diagnostics) {
		t.Errorf("a third one: %s", acctest.Describe(diagnostics))
	}
}

package stage_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// Two hundred stages are made, refreshed, changed and destroyed ten at a time
// while every 25th answer gets lost: in the end state and server agree, with one
// object each. The race detector watches.
func TestAccCrowdWithFaults(t *testing.T) {
	t.Parallel()
	const crowd = 200
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	var requests atomic.Int32
	server.Respond(func(*http.Request) bool { return requests.Add(1)%25 == 0 }, func(w http.ResponseWriter, r *http.Request) {
		server.Answer(httptest.NewRecorder(), r) // done, but nobody hears of it
		authentiktest.Status(http.StatusBadGateway, `{"error":"failed to connect to authentik backend"}`)(w, r)
	})
	config := func(number string) string {
		return acctest.ProviderBlock(server.URL(), server.Token(), "max_retries = 6") + fmt.Sprintf(`
resource "authentik_stage_authenticator_sms" "test" {
  count       = %d
  name        = "stage ${count.index}"
  from_number = %q
  account_sid = "AC1"
  auth        = "secret"
}
output "ids" {
  value = length(toset(authentik_stage_authenticator_sms.test[*].id))
}
`, crowd, number)
	}
	everyone := func(number string) func() {
		return func() {
			objects := server.Objects(smsPath)
			if len(objects) != crowd {
				t.Errorf("%d objects", len(objects))
			}
			for _, object := range objects {
				if object["from_number"] != number {
					t.Errorf("%v has the number %v", object["name"], object["from_number"])
				}
			}
		}
	}
	checks := []statecheck.StateCheck{statecheck.ExpectKnownOutputValue("ids", knownvalue.Int64Exact(crowd))}
	empty := resource.ConfigPlanChecks{PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}}
	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(),
		Steps: []resource.TestStep{
			{Config: config("+1"), ConfigStateChecks: checks, ConfigPlanChecks: empty},
			{PreConfig: everyone("+1"), Config: config("+2"), ConfigStateChecks: checks, ConfigPlanChecks: empty},
			{PreConfig: everyone("+2"), RefreshState: true},
		},
	})
	if left := server.Objects(smsPath); len(left) > 0 {
		t.Errorf("%d objects are left", len(left))
	}
}

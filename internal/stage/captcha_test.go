package stage_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// Thresholds are numbers that have no exact form in a computer: they come back as
// they were written, from Terraform itself too.
func TestAccCaptchaThresholds(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	config := acctest.ProviderBlock(server.URL(), server.Token()) + block("authentik_stage_captcha", map[string]any{
		"name": "captcha", "public_key": "site", "private_key": "secret", "score_min_threshold": 0.1, "score_max_threshold": 0.7,
	})
	address := "authentik_stage_captcha.test"
	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(),
		Steps: []resource.TestStep{
			{
				Config:           config,
				ConfigPlanChecks: resource.ConfigPlanChecks{PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}},
				ConfigStateChecks: []statecheck.StateCheck{
					statecheck.ExpectKnownValue(address, tfjsonpath.New("score_min_threshold"), knownvalue.Float64Exact(0.1)),
					statecheck.ExpectKnownValue(address, tfjsonpath.New("score_max_threshold"), knownvalue.Float64Exact(0.7)),
				},
			},
			{
				ResourceName: address, ImportState: true, ImportStateId: "name=captcha", ImportStateVerify: true,
				ImportStateVerifyIgnore: []string{"private_key"},
			},
		},
	})
}

// A whole number, zero and a number of many digits are none the less numbers.
func TestCaptchaThresholdsOfEverySort(t *testing.T) {
	t.Parallel()
	try := try(t, "stage_captcha", "2026.8.5")
	for _, threshold := range []float64{0, 1, 0.3, 1.0 / 3, 1e-7} {
		try.apply(map[string]any{"name": "captcha", "public_key": "site", "private_key": "secret", "score_min_threshold": threshold})
		if got := try.stored("score_min_threshold"); got != threshold {
			t.Errorf("the server has %v, not %v", got, threshold)
		}
	}
}

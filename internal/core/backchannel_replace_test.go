package core_test

import (
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// An application that is replaced by one of the same slug takes its attachments along: the
// plan shows them, and nothing is left for the next one.
func TestAccBackchannelProviderIsReplacedWithItsApplication(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.6.2", contract.Newest()} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			cli := acctest.NewCLI(t, acctest.ProviderBlock(server.URL(), server.Token())+`
resource "authentik_provider_scim" "chat" {
  name  = "Chat"
  url   = "https://chat.example.com/scim/v2"
  token = "example"
}

resource "authentik_application" "chat" {
  name = "Chat"
  slug = "chat"
}

resource "authentik_application_backchannel_provider" "chat" {
  application       = authentik_application.chat.slug
  protocol_provider = authentik_provider_scim.chat.id
}`)
			for _, step := range []struct {
				arguments []string
				code      int
				shows     string
			}{
				{[]string{"apply", "-auto-approve"}, 0, "3 added"},
				{[]string{"plan", "-detailed-exitcode"}, 0, "No changes"},
				{[]string{"plan", "-out=replace.tfplan", "-replace=authentik_application.chat"}, 0, "authentik_application_backchannel_provider.chat must be replaced"},
				{[]string{"apply", "replace.tfplan"}, 0, "2 added, 0 changed, 2 destroyed"},
				{[]string{"plan", "-detailed-exitcode"}, 0, "No changes"},
				{[]string{"apply", "-auto-approve", "-replace=authentik_application.chat", "-refresh=false"}, 0, "2 added, 0 changed, 2 destroyed"},
				{[]string{"plan", "-detailed-exitcode"}, 0, "No changes"},
			} {
				output, code := cli.Run(append(step.arguments, "-no-color")...)
				if code != step.code || !strings.Contains(output, step.shows) {
					t.Fatalf("%v exits with %d:\n%s", step.arguments, code, output)
				}
			}
			if found := attached(t, server, "chat"); len(found) != 1 {
				t.Errorf("the application has the providers %v", found)
			}
		})
	}
}

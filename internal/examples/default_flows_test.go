package examples_test

import (
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// The guide adds to the login flow that authentik's blueprints make, with what they
// make and nothing else on the server, and leaves it as it was.
func TestAccDefaultFlows(t *testing.T) {
	t.Parallel()
	file := folder("guides", "default-flows", "main.tf")
	if id := uuidPattern.FindString(read(t, file)); id != "" {
		t.Errorf("The example has the UUID %s.", id)
	}
	for _, release := range releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithDefaults())
			before := everything(server)
			cli := newCLI(t, server, "view", "add", "change", "delete")
			copyExample(t, cli, file)
			expect(t, run(t, cli, 0, "apply", "-auto-approve"), "Apply complete! Resources: 3 added, 0 changed, 0 destroyed.", `
login = tolist([
  "0010 default-authentication-identification",
  "0020 default-authentication-password",
  "0030 default-authentication-mfa-validation",
  "0035 login-notice",
  "0100 default-authentication-login",
])`)
			run(t, cli, 0, "plan", "-detailed-exitcode")
			run(t, cli, 0, "destroy", "-auto-approve")
			same(t, server, before)
		})
	}
}

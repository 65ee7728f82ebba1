package main_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	coverage "github.com/authentik-iac/terraform-provider-authentik/internal/dropin/coverage"
)

func run(t *testing.T, configuration string) (code int, output string) {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "main.tf"), []byte(configuration), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	code = coverage.Run(t.Context(), []string{folder}, &out, &out)
	return code, out.String()
}

// What is not here is named with its line; what is here is not.
func TestCoverage(t *testing.T) {
	t.Parallel()
	code, output := run(t, `data "authentik_flow" "authorization" {
  designation = "authorization"
}

resource "authentik_provider_oauth2" "wiki" {
  count               = 1
  name                = "wiki"
  client_id           = "wiki"
  authorization_flow  = data.authentik_flow.authorization.id
  invalidation_flow   = data.authentik_flow.authorization.id
  no_such_argument    = true
  lifecycle {
    ignore_changes = [client_secret]
  }
}

resource "authentik_no_such_thing" "one" {}

resource "authentik_application" "wiki" {
  name              = "wiki"
  protocol_provider = authentik_provider_oauth2.wiki[0].id
  meta_icon         = authentik_provider_oauth2.wiki[0].no_such_attribute
}

resource "authentik_provider_scim" "chat" {
  name         = "chat"
  url          = "https://chat.example.com"
  filter_group = authentik_token.chat.expires_in
}

resource "authentik_rbac_permission_user" "one" {}

resource "other_thing" "one" {
  anything = true
}
`)
	const expected = `main.tf:11: authentik_provider_oauth2 has no argument no_such_argument
main.tf:17: resource authentik_no_such_thing is not here
main.tf:19: authentik_application needs the argument slug
main.tf:28: authentik_provider_scim has no argument filter_group: write ` + "`group_filters`" + `, a list, which it is on all releases of authentik
main.tf:31: resource authentik_rbac_permission_user is not here: left out: every apply of it fails there, so that no state has it. Since authentik 2025.12 only roles have permissions: use ` + "`authentik_rbac_permission_role`" + `
main.tf:22: authentik_provider_oauth2 has no attribute no_such_attribute
main.tf:28: authentik_token has no attribute expires_in: use ` + "`expires`" + `; the seconds that are left differ with every read
6 resources and data sources, 7 findings
`
	if code != 1 || output != expected {
		t.Errorf("the command exits with %d and says\n%s", code, output)
	}
}

func TestCoverageOfWhatIsHere(t *testing.T) {
	t.Parallel()
	if code, output := run(t, `resource "authentik_group" "admins" { name = "admins" }`); code != 0 || output != "1 resources and data sources, 0 findings\n" {
		t.Errorf("the command exits with %d and says\n%s", code, output)
	}
	if code, output := run(t, `resource "authentik_group" {`); code != 2 || !strings.HasPrefix(output, "coverage: main.tf:1") {
		t.Errorf("the command exits with %d and says\n%s", code, output)
	}
}

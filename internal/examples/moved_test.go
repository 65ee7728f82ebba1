package examples_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// other is the provider that the guide moves from, without the registry's host.
const other = "goauthentik/authentik"

// moved are states as the other provider writes them: each of its attributes has a
// value, empty text for most of what is not set.
var moved = []struct {
	kind, path, configuration string
	server                    map[string]any
	attributes                map[string]any
	sensitive                 []string
}{
	{
		kind: "authentik_stage_authenticator_sms", path: smsPath,
		configuration: `
  name        = "sms"
  from_number = "+15005550006"
  account_sid = "AC00000000000000000000000000000000"
  auth        = "` + secret + `"
`,
		server: map[string]any{
			"name": "sms", "provider": "twilio", "from_number": "+15005550006", "account_sid": "AC00000000000000000000000000000000", "auth": secret,
		},
		attributes: map[string]any{
			"name": "sms", "friendly_name": "", "configure_flow": "", "sms_provider": "twilio", "from_number": "+15005550006",
			"account_sid": "AC00000000000000000000000000000000", "auth": secret, "auth_password": "", "auth_type": "basic", "verify_only": false, "mapping": "",
		},
		sensitive: []string{"account_sid", "auth", "auth_password"},
	},
	{
		kind: "authentik_stage_authenticator_static", path: staticPath,
		configuration: "\n  name = \"static\"\n",
		server:        map[string]any{"name": "static", "token_count": 6, "token_length": 12},
		attributes:    map[string]any{"name": "static", "friendly_name": nil, "configure_flow": nil, "token_count": 6, "token_length": 12},
	},
	{
		kind: "authentik_stage_authenticator_totp", path: totpPath,
		configuration: "\n  name = \"totp\"\n  digits = \"8\"\n  friendly_name = \"App\"\n",
		server:        map[string]any{"name": "totp", "digits": "8", "friendly_name": "App"},
		attributes:    map[string]any{"name": "totp", "friendly_name": "App", "configure_flow": "", "digits": "8"},
	},
}

// A state of the other provider goes on with this one: on a server that returns
// secrets and on one that does not. Nothing changes.
func TestAccMovedStatePlansEmpty(t *testing.T) {
	t.Parallel()
	for i, from := range moved {
		for _, release := range []string{"2025.12.4", "2026.8.5"} {
			t.Run(fmt.Sprintf("%d %s %s", i, from.kind, release), func(t *testing.T) {
				t.Parallel()
				server := authentiktest.New(t, authentiktest.WithRelease(release))
				from.attributes = maps.Clone(from.attributes)
				from.attributes["id"] = server.Add(from.path, from.server)
				// What the other provider computes besides, and this one does not have.
				from.attributes["meta_app"], from.attributes["meta_model"] = "authentik.stages", "authenticatorstage"
				cli := acctest.NewCLI(t, "provider \"authentik\" {}\n\nresource \""+from.kind+"\" \"moved\" {"+from.configuration+"}\n")
				cli.Env = []string{"AUTHENTIK_URL=" + server.URL(), "AUTHENTIK_TOKEN=" + server.AddToken("view", "change")}
				cli.Write("terraform.tfstate", state(t, cli.Command.Host(), from.kind, from.attributes, from.sensitive))

				expect(t, run(t, cli, 0, "state", "replace-provider", "-auto-approve", other, localbuild.Source), "Successfully replaced provider for 1 resources.")
				expect(t, run(t, cli, 0, "plan", "-detailed-exitcode"), "No changes.")
				if sent := server.Requests(); len(sent) == 0 {
					t.Error("The plan asked the server for nothing.")
				}
			})
		}
	}
}

// A default of the other provider that a plan changes is explained after a move, and only
// there: that somebody had the same value and removes it needs no explanation.
func TestAccDefaultsAreExplainedAfterAMove(t *testing.T) {
	t.Parallel()
	const explained, path, kind = "A default differs from goauthentik/authentik's", "/stages/user_write/", "authentik_stage_user_write"
	with := func(arguments string) string {
		return "provider \"authentik\" {}\n\nresource \"" + kind + "\" \"moved\" {\n  name = \"write\"\n" + arguments + "}\n"
	}
	for _, release := range []string{contract.Oldest(), contract.Newest()} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			id := server.Add(path, map[string]any{"name": "write", "create_users_as_inactive": true})
			cli := acctest.NewCLI(t, with(""))
			cli.Env = []string{"AUTHENTIK_URL=" + server.URL(), "AUTHENTIK_TOKEN=" + server.Token()}
			cli.Write("terraform.tfstate", state(t, cli.Command.Host(), kind, map[string]any{"id": id, "name": "write", "create_users_as_inactive": true}, nil))
			run(t, cli, 0, "state", "replace-provider", "-auto-approve", other, localbuild.Source)
			expect(t, run(t, cli, 2, "plan", "-detailed-exitcode"), explained)
			expect(t, run(t, cli, 0, "apply", "-auto-approve"), explained)
			cli.Configure(with("  create_users_as_inactive = true\n"))
			run(t, cli, 0, "apply", "-auto-approve")
			cli.Configure(with(""))
			if output := run(t, cli, 2, "plan", "-detailed-exitcode"); strings.Contains(output, explained) {
				t.Errorf("An argument that is removed is explained by a move:\n%s", output)
			}
		})
	}
}

// state is a state file of one object, with the other provider from the registry.
func state(t *testing.T, registry, kind string, attributes map[string]any, sensitive []string) string {
	t.Helper()
	paths := []any{}
	for _, name := range sensitive {
		paths = append(paths, []any{map[string]any{"type": "get_attr", "value": name}})
	}
	text, err := json.Marshal(map[string]any{
		"version": 4, "terraform_version": "1.5.7", "serial": 1, "lineage": "3f1e6d0a-9f0c-4a53-9d6a-7a4d0e2c8b15", "outputs": map[string]any{},
		"resources": []any{map[string]any{
			"mode": "managed", "type": kind, "name": "moved", "provider": "provider[\"" + registry + "/" + other + "\"]",
			"instances": []any{map[string]any{"schema_version": 0, "attributes": attributes, "sensitive_attributes": paths, "private": "bnVsbA=="}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

package stage_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// life is what a life-cycle test needs to know of a kind of object.
type life struct {
	path, resource string
	// minimal has the required arguments only, full every one, with another value
	// than the default wherever there is one.
	minimal, full map[string]any
	// since is the first release with an argument of full, for those that not every
	// release has.
	since map[string]string
}

var lives = []life{
	{
		path: smsPath, resource: smsType,
		minimal: map[string]any{"name": "sms", "from_number": "+1", "account_sid": "AC1", "auth": "secret-one"},
		full: map[string]any{
			"name": "SMS <renamed> & more", "friendly_name": "Text message", "configure_flow": "AB4042DC-fcc7-421d-9e69-d7ac2c62714c",
			"sms_provider": "generic", "from_number": "Example", "account_sid": "https://sms.example.com/send?a=1&b=<2>", "auth": "secret-two",
			"auth_password": "secret-three", "auth_type": "bearer", "verify_only": true, "mapping": "e2e327df917542119046c1a482f3d343",
		},
		since: map[string]string{"friendly_name": "2023.4"},
	},
	{
		path: "/stages/authenticator/static/", resource: "authentik_stage_authenticator_static",
		minimal: map[string]any{"name": "static"},
		full: map[string]any{
			"name": "static renamed", "friendly_name": "Tokens", "configure_flow": "AB4042DCFCC7421D9E69D7AC2C62714C", "token_count": 0, "token_length": 100,
		},
		since: map[string]string{"friendly_name": "2023.4", "token_length": "2023.8"},
	},
	{
		path: "/stages/authenticator/totp/", resource: "authentik_stage_authenticator_totp",
		minimal: map[string]any{"name": "totp"},
		full:    map[string]any{"name": "totp renamed", "friendly_name": "App", "configure_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "digits": "8"},
		since:   map[string]string{"friendly_name": "2023.4"},
	},
}

// on leaves out the arguments that the release lacks.
func (l life) on(release string, arguments map[string]any) map[string]any {
	kept := maps.Clone(arguments)
	for name, first := range l.since {
		if contract.Compare(release, first) < 0 {
			delete(kept, name)
		}
	}
	return kept
}

// TestLifeOfEveryResourceOnEveryRelease: make with the least, set everything, clear
// everything, import, drift, loss, delete. After each apply the next plan is empty.
func TestLifeOfEveryResourceOnEveryRelease(t *testing.T) {
	t.Parallel()
	for _, life := range lives {
		table, _ := contract.Object(life.path)
		for _, release := range table.Releases() {
			t.Run(life.resource+"/"+release, func(t *testing.T) {
				t.Parallel()
				server := authentiktest.New(t, authentiktest.WithRelease(release))
				provider := configured(t, server, nil)
				(&living{T: t, life: life, release: release, server: server, resource: provider.Resource(t, life.resource)}).run(provider)
			})
		}
	}
}

type living struct {
	*testing.T

	life     life
	release  string
	server   *authentiktest.Server
	resource *acctest.Managed
}

func (l *living) run(provider *acctest.Provider) {
	minimal, full := l.life.on(l.release, l.life.minimal), l.life.on(l.release, l.life.full)
	l.apply(minimal)
	id := l.id()
	l.apply(full)
	l.stored(full)
	l.apply(minimal)
	l.apply(full)
	if l.id() != id || len(l.server.Objects(l.life.path)) != 1 {
		l.Error("the object was replaced")
	}

	for _, importID := range []string{strings.ToUpper(l.id()), fmt.Sprintf("name=%v", full["name"])} {
		imported := provider.Resource(l.T, l.life.resource)
		ok(l.T, imported.Import(importID))
		if _, changes, _ := imported.Plan(full); len(changes) > 0 && full["auth"] == nil {
			l.Errorf("after the import by %s the plan changes %v", importID, changes)
		}
		l.resource.State = imported.State
		l.apply(full)
	}

	// Drift: a change outside is seen and taken back.
	if err := l.server.Change(l.life.path, l.id(), map[string]any{"name": "changed outside"}); err != nil {
		l.Fatal(err)
	}
	ok(l.T, l.resource.Refresh())
	if _, changes, _ := l.resource.Plan(full); !slices.Equal(changes, []string{"name"}) {
		l.Errorf("after a change of the name outside the plan changes %v", changes)
	}
	l.apply(full)

	// Loss: it is made again, with a warning.
	if err := l.server.Remove(l.life.path, l.id()); err != nil {
		l.Fatal(err)
	}
	diagnostics := l.resource.Refresh()
	if l.resource.State != nil || len(diagnostics) != 1 || diagnostics[0].Severity != tfprotov6.DiagnosticSeverityWarning {
		l.Errorf("the loss is told as %s", acctest.Describe(diagnostics))
	}
	l.apply(full)
	if diagnostics := l.resource.Apply(nil); acctest.HasError(diagnostics) || len(l.server.Objects(l.life.path)) != 0 {
		l.Errorf("not deleted: %s", acctest.Describe(diagnostics))
	}
}

func (l *living) id() string {
	l.Helper()
	return fmt.Sprint(plain(l.T, l.resource.State["id"]))
}

// apply applies and makes sure that the next plan, after a refresh, is empty.
func (l *living) apply(config map[string]any) {
	l.Helper()
	ok(l.T, l.resource.Apply(config))
	ok(l.T, l.resource.Refresh())
	if _, changes, diagnostics := l.resource.Plan(config); len(changes) > 0 {
		l.Fatalf("the plan after the apply changes %v %s", changes, acctest.Describe(diagnostics))
	}
}

// stored compares what the server has with what was written.
func (l *living) stored(config map[string]any) {
	l.Helper()
	objects := l.server.Objects(l.life.path)
	if len(objects) != 1 {
		l.Fatalf("%d objects", len(objects))
	}
	for name, want := range config {
		key := name
		if name == "sms_provider" {
			key = "provider"
		}
		got := objects[0][key]
		if text, is := got.(string); is && len(text) == 36 && strings.Count(text, "-") == 4 {
			got, want = strings.ReplaceAll(text, "-", ""), strings.ToLower(strings.ReplaceAll(fmt.Sprint(want), "-", ""))
		}
		if number, is := want.(int); is {
			want = float64(number)
		}
		if got != want {
			l.Errorf("the server has %s = %v, not %v", key, got, want)
		}
	}
}

// configured is a provider for the server; more are further arguments.
func configured(t *testing.T, server *authentiktest.Server, more map[string]any) *acctest.Provider {
	t.Helper()
	configuration := map[string]any{"url": server.URL(), "token": server.Token(), "insecure": false}
	maps.Copy(configuration, more)
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(configuration))
	return provider
}

// ok fails the test for an error.
func ok(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

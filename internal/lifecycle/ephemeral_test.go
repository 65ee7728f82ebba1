package lifecycle_test

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// ephemerals are the arguments of every ephemeral resource, and the name of what is secret
// in its result.
var ephemerals = map[string]struct {
	secret    string
	arguments plain
}{
	"certificate_private_key": {"key_data", func(_ *testing.T, server *authentiktest.Server) map[string]any {
		certificate, key := authentiktest.SelfSigned("one.example.com", "", 30)
		server.Add("/crypto/certificatekeypairs/", map[string]any{"name": "pair", "certificate_data": certificate, "key_data": key})
		return map[string]any{"name": "pair"}
	}},
	"endpoints_enrollment_token_key": {"key", func(t *testing.T, server *authentiktest.Server) map[string]any {
		t.Helper()
		return map[string]any{"enrollment_token": made(t, server, "endpoints_connector_agent_enrollment_token")}
	}},
	"outpost_token": {"token", func(t *testing.T, server *authentiktest.Server) map[string]any {
		t.Helper()
		return map[string]any{"outpost": made(t, server, "outpost")}
	}},
	"provider_oauth2_secret": {"client_secret", func(_ *testing.T, server *authentiktest.Server) map[string]any {
		server.Add("/providers/oauth2/", map[string]any{"name": "Grafana", "client_id": "grafana", "client_secret": "the secret"})
		return map[string]any{"name": "Grafana"}
	}},
	"source_scim_token": {"token", func(t *testing.T, server *authentiktest.Server) map[string]any {
		t.Helper()
		made(t, server, "source_scim")
		return map[string]any{"slug": "scim"}
	}},
	"token_key": {"key", func(t *testing.T, server *authentiktest.Server) map[string]any {
		t.Helper()
		return map[string]any{"identifier": made(t, server, "token")}
	}},
}

// made creates an object of a kind with the provider, and returns its ID.
func made(t *testing.T, server *authentiktest.Server, of string) string {
	t.Helper()
	sample := lifecycle.Of(of)
	supply(server, sample)
	resource := connectedTo(t, server).Resource(t, sample.Resource())
	ok(t, resource.Apply(sample.Minimal))
	return text(t, resource.State["id"])
}

func connectedTo(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	connected := acctest.NewProvider(t)
	ok(t, connected.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}))
	return connected
}

func TestEveryEphemeralResourceHasACase(t *testing.T) {
	t.Parallel()
	var names []string
	for name := range acctest.NewProvider(t).Schema().EphemeralResourceSchemas {
		names = append(names, strings.TrimPrefix(name, provider.Name+"_"))
	}
	slices.Sort(names)
	if cases := slices.Sorted(maps.Keys(ephemerals)); !slices.Equal(names, cases) {
		t.Errorf("there are %v, and cases for %v", names, cases)
	}
}

// What is asked for by a name may be created by the same configuration: Terraform then asks
// before it is there, and the error says what to ask by instead. Whatever is asked for by
// an ID alone is waited for anyway.
func TestEphemeralResourcesSayHowToWait(t *testing.T) {
	t.Parallel()
	byID := []string{"endpoints_enrollment_token_key", "outpost_token"}
	for name, test := range ephemerals {
		if slices.Contains(byID, name) {
			continue
		}
		asked := test.arguments(t, authentiktest.New(t))
		_, diagnostics := connectedTo(t, authentiktest.New(t)).Open("authentik_"+name, asked)
		said := acctest.Describe(diagnostics)
		if !strings.Contains(said, "If this configuration creates the ") || !strings.Contains(said, " = authentik_") {
			t.Errorf("%s: %s", name, said)
		}
	}
}

// An ephemeral resource hands out the secret or fails, whichever of its requests is
// answered by what: a write-only argument would take nothing for a secret.
func TestEphemeralResourcesHandOutTheSecretOrFail(t *testing.T) {
	t.Parallel()
	for name, test := range ephemerals {
		for what, body := range hostile {
			t.Run(name+"/"+what, func(t *testing.T) {
				t.Parallel()
				server := authentiktest.New(t)
				asked, connected := test.arguments(t, server), connectedTo(t, server)
				server.ResetRequests()
				result, diagnostics := connected.Open("authentik_"+name, asked)
				ok(t, diagnostics)
				secret, requests := text(t, result[test.secret]), server.Requests()
				for _, request := range requests {
					server.Respond(authentiktest.Matching(http.MethodGet, request.Path), answering(body))
					again, failed := connected.Open("authentik_"+name, asked)
					if !acctest.HasError(failed) && (again[test.secret].IsNull() || text(t, again[test.secret]) != secret) {
						t.Errorf("with this for %s, it handed out another", request.Path)
					}
					server.ResetResponses()
				}
			})
		}
	}
}

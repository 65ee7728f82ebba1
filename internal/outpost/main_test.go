package outpost_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// The lock files of attachments go into a temporary folder.
func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "outpost")
	if err != nil {
		panic(err)
	}
	for _, name := range []string{"XDG_CACHE_HOME", "HOME", "LocalAppData"} {
		if err := os.Setenv(name, folder); err != nil {
			panic(err)
		}
	}
	code := acctest.Main(m)
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

const (
	path     = "/outposts/instances/"
	proxies  = "/providers/proxy/"
	embedded = "goauthentik.io/outposts/embedded"
	// outpostID is the embedded outpost's on every stand-in.
	outpostID  = "523f8bb5-7d16-4796-aee6-1b7660c655a4"
	attachment = "authentik_outpost_provider_attachment"
)

// configured is a provider for the server.
func configured(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token()}))
	return provider
}

// ok fails the test for an error.
func ok(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

// withProviders adds proxy providers with the IDs 1 to count.
func withProviders(server *authentiktest.Server, count int) {
	for id := 1; id <= count; id++ {
		server.Add(proxies, map[string]any{"pk": id, "name": fmt.Sprint("provider ", id), "external_host": "https://app.example.com"})
	}
}

// held are the IDs of the providers that the outpost has, sorted.
func held(server *authentiktest.Server, id string) []string {
	var found []string
	for _, outpost := range server.Objects(path) {
		if outpost["pk"] != id {
			continue
		}
		providers, _ := outpost["providers"].([]any)
		for _, provider := range providers {
			found = append(found, fmt.Sprint(provider))
		}
	}
	slices.Sort(found)
	return found
}

func text(t *testing.T, value tftypes.Value) string {
	t.Helper()
	var text string
	if err := value.As(&text); err != nil {
		t.Fatal(err)
	}
	return text
}

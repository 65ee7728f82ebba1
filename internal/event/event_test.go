package event_test

import (
	"maps"
	"os"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }

const (
	transportType = "authentik_event_transport"
	hook          = "https://chat.example.com/hooks/s3cr3t"
)

func configured(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	if diagnostics := provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}); acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
	return provider
}

// A transport to a webhook needs its URL, and the message does not repeat it.
func TestTransportsThatAreRefused(t *testing.T) {
	t.Parallel()
	provider := configured(t, authentiktest.New(t))
	for name, bad := range map[string]struct {
		config map[string]any
		words  string
	}{
		"no URL":          {map[string]any{"name": "x", "mode": "webhook"}, "`webhook_url` must be set where `mode` is `webhook`"},
		"no URL of Slack": {map[string]any{"name": "x", "mode": "webhook_slack"}, "`webhook_url` must be set where `mode` is `webhook_slack`"},
		"no address":      {map[string]any{"name": "x", "mode": "webhook", "webhook_url": "chat.example.com/s3cr3t"}, "must be a URL"},
		"another scheme":  {map[string]any{"name": "x", "mode": "webhook", "webhook_url": "ftp://chat.example.com/s3cr3t"}, "must be a URL"},
		"two URLs":        {map[string]any{"name": "x", "mode": "webhook", "webhook_url": hook, "webhook_url_wo": hook, "webhook_url_wo_version": 1}, "Only one of"},
	} {
		diagnostics := provider.Resource(t, transportType).Check(bad.config)
		described := acctest.Describe(diagnostics)
		if len(diagnostics) != 1 || !acctest.HasError(diagnostics) || !strings.Contains(described, bad.words) || strings.Contains(described, "s3cr3t") {
			t.Errorf("%s: %s", name, described)
		}
	}
}

// The URL is part of every body: the server looks for it there, and not at what it has.
func TestTransportKeepsItsURL(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2026.8.5"} {
		for name, secret := range map[string]map[string]any{
			"in the state": {"webhook_url": hook}, "write-only": {"webhook_url_wo": hook, "webhook_url_wo_version": 1},
		} {
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			resource := configured(t, server).Resource(t, transportType)
			for _, title := range []string{"one", "two"} {
				config := map[string]any{"name": title, "mode": "webhook"}
				maps.Copy(config, secret)
				if diagnostics := resource.Apply(config); acctest.HasError(diagnostics) {
					t.Fatalf("%s, %s: %s", release, name, acctest.Describe(diagnostics))
				}
			}
			if stored := server.Objects("/events/transports/"); stored[0]["webhook_url"] != hook || stored[0]["name"] != "two" {
				t.Errorf("%s, %s: the server has %v", release, name, stored)
			}
		}
	}
}

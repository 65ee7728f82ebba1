package core_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const (
	applicationsPath = "/core/applications/"
	scimPath         = "/providers/scim/"
	backchannelType  = "authentik_application_backchannel_provider"
)

// connect is a provider for a server.
func connect(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	must(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}))
	return provider
}

// must fails the test for an error.
func must(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

// backchannels is a server with an application that has one SCIM provider, and the IDs of
// others that it does not have.
func backchannels(t *testing.T, more int) (server *authentiktest.Server, others []int) {
	t.Helper()
	server = authentiktest.New(t)
	first := server.Add(scimPath, map[string]any{"name": "first", "url": "https://scim.example.com"})
	server.Add(applicationsPath, map[string]any{"name": "App", "slug": "app", "backchannel_providers": []string{first}})
	for i := range more {
		others = append(others, number(t, server.Add(scimPath, map[string]any{"name": fmt.Sprint("other ", i), "url": "https://scim.example.com"})))
	}
	return server, others
}

// number is the ID of a provider.
func number(t *testing.T, id string) int {
	t.Helper()
	parsed, err := strconv.Atoi(id)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// attached are the application's backchannel providers.
func attached(t *testing.T, server *authentiktest.Server, slug string) []int {
	t.Helper()
	var found []int
	for _, provider := range server.Objects(scimPath) {
		for _, application := range server.Objects(applicationsPath) {
			if application["slug"] == slug && fmt.Sprint(provider["backchannel_application"]) == fmt.Sprint(application["pk"]) {
				found = append(found, number(t, fmt.Sprint(provider["pk"])))
			}
		}
	}
	slices.Sort(found)
	return found
}

// Attachments that are created at the same time keep each other and what was there
// before; each is found again, imported, and removed alone.
func TestBackchannelProvidersKeepEachOther(t *testing.T) {
	t.Parallel()
	server, others := backchannels(t, 4)
	provider := connect(t, server)
	resources := make([]*acctest.Managed, len(others))
	var group sync.WaitGroup
	for i, id := range others {
		resources[i] = provider.Resource(t, backchannelType)
		group.Go(func() {
			if diagnostics := resources[i].Apply(map[string]any{"application": "app", "protocol_provider": id}); acctest.HasError(diagnostics) {
				t.Error(acctest.Describe(diagnostics))
			}
		})
	}
	group.Wait()
	if found := attached(t, server, "app"); len(found) != len(others)+1 {
		t.Fatalf("the application has the providers %v", found)
	}
	must(t, resources[0].Refresh())
	if _, changes, _ := resources[0].Plan(map[string]any{"application": "app", "protocol_provider": others[0]}); len(changes) > 0 {
		t.Errorf("the next plan changes %v", changes)
	}
	imported := provider.Resource(t, backchannelType)
	must(t, imported.Import(fmt.Sprint("app:", others[1])))
	must(t, imported.Import("app:other 1"))
	if id := imported.State["id"]; !id.Equal(resources[1].State["id"]) {
		t.Errorf("an import by the provider's name leads to %s", id)
	}
	if diagnostics := imported.Import("app"); len(diagnostics) != 1 || diagnostics[0].Summary != "Invalid import ID" || !strings.Contains(diagnostics[0].Detail, "the application by its slug, the provider by its ID or its name") {
		t.Errorf("an import without provider: %s", acctest.Describe(diagnostics))
	}
	must(t, resources[0].Apply(nil))
	if found := attached(t, server, "app"); len(found) != len(others) || slices.Contains(found, others[0]) {
		t.Errorf("after the removal of %d the application has the providers %v", others[0], found)
	}
}

// An application that does not manage its backchannel providers leaves attached ones alone.
func TestApplicationLeavesAttachedProvidersAlone(t *testing.T) {
	t.Parallel()
	server, others := backchannels(t, 1)
	provider := connect(t, server)
	application := provider.Resource(t, "authentik_application")
	config := map[string]any{"name": "Chat", "slug": "chat"}
	must(t, application.Apply(config))
	must(t, provider.Resource(t, backchannelType).Apply(map[string]any{"application": "chat", "protocol_provider": others[0]}))
	must(t, application.Refresh())
	if _, changes, _ := application.Plan(config); len(changes) > 0 {
		t.Errorf("the plan of the application changes %v", changes)
	}
	must(t, application.Apply(map[string]any{"name": "Chat renamed", "slug": "chat"}))
	if found := attached(t, server, "chat"); len(found) != 1 {
		t.Errorf("after a change of the application it has the providers %v", found)
	}
}

// A provider that another application has is refused rather than taken away from it.
func TestBackchannelProviderOfNoApplication(t *testing.T) {
	t.Parallel()
	expectError(t, connect(t, authentiktest.New(t)).Resource(t, backchannelType).Apply(map[string]any{"application": "missing", "protocol_provider": 1}), "Application not found")
}

func TestBackchannelProviderOfAnotherApplication(t *testing.T) {
	t.Parallel()
	server, others := backchannels(t, 1)
	server.Add(applicationsPath, map[string]any{"name": "Owner", "slug": "owner", "backchannel_providers": others})
	diagnostics := connect(t, server).Resource(t, backchannelType).Apply(map[string]any{"application": "app", "protocol_provider": others[0]})
	if len(diagnostics) != 1 || diagnostics[0].Summary != "Provider of another application" || !strings.Contains(diagnostics[0].Detail, `"owner"`) {
		t.Errorf("reported as %s", acctest.Describe(diagnostics))
	}
	if found := attached(t, server, "owner"); len(found) != 1 {
		t.Error("the other application lost the provider")
	}
}

// A write that somebody else undoes is repeated, and reported if that goes on.
func TestBackchannelProviderLostUpdate(t *testing.T) {
	t.Parallel()
	ignored := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = fmt.Fprint(w, `{}`)
	}
	patch := func(r *http.Request) bool { return r.Method == http.MethodPatch }
	server, others := backchannels(t, 1)
	config := map[string]any{"application": "app", "protocol_provider": others[0]}
	server.RespondFirst(10, patch, ignored)
	diagnostics := connect(t, server).Resource(t, backchannelType).Apply(config)
	if len(diagnostics) != 1 || diagnostics[0].Summary != "Lost update" {
		t.Errorf("ten lost updates are reported as %s", acctest.Describe(diagnostics))
	}
	server.RespondFirst(9, patch, ignored)
	must(t, connect(t, server).Resource(t, backchannelType).Apply(config))
	if found := attached(t, server, "app"); len(found) != 2 {
		t.Errorf("after nine lost updates the application has the providers %v", found)
	}
}

// An attachment that somebody removed, or whose application is gone, is created again, and
// needs no removal.
func TestBackchannelProviderVanishes(t *testing.T) {
	t.Parallel()
	server, others := backchannels(t, 1)
	provider := connect(t, server)
	resource := provider.Resource(t, backchannelType)
	must(t, resource.Apply(map[string]any{"application": "app", "protocol_provider": others[0]}))
	state := resource.State
	if err := server.Change(scimPath, strconv.Itoa(others[0]), map[string]any{"backchannel_application": nil}); err != nil {
		t.Fatal(err)
	}
	if diagnostics := resource.Refresh(); resource.State != nil || len(diagnostics) != 1 || diagnostics[0].Severity != tfprotov6.DiagnosticSeverityWarning {
		t.Errorf("the loss is reported as %s", acctest.Describe(diagnostics))
	}
	resource.State = state
	if err := server.Remove(applicationsPath, fmt.Sprint(server.Objects(applicationsPath)[0]["pk"])); err != nil {
		t.Fatal(err)
	}
	must(t, resource.Apply(nil))
}

// A release without backchannel providers is reported as such.
func TestBackchannelProviderInAnOldRelease(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2023.4.3"))
	server.Add(applicationsPath, map[string]any{"name": "App", "slug": "app"})
	diagnostics := connect(t, server).Resource(t, backchannelType).Apply(map[string]any{"application": "app", "protocol_provider": 1})
	if len(diagnostics) != 1 || diagnostics[0].Summary != "Not available in the server's release" {
		t.Errorf("reported as %s", acctest.Describe(diagnostics))
	}
}

// Whether another application has the provider has to be seen: the server would take it
// away from that one.
func TestBackchannelProvidersOfUnknownOwner(t *testing.T) {
	t.Parallel()
	server, others := backchannels(t, 1)
	server.Add(applicationsPath, map[string]any{"name": "Other", "slug": "other", "backchannel_providers": []any{json.Number(strconv.Itoa(others[0]))}})
	for _, answer := range []http.HandlerFunc{authentiktest.Status(http.StatusForbidden, `{"detail":"No."}`), authentiktest.Status(http.StatusOK, `{}`)} {
		server.Respond(authentiktest.Matching(http.MethodGet, "/providers/all/"), answer)
		diagnostics := connect(t, server).Resource(t, backchannelType).Apply(map[string]any{"application": "app", "protocol_provider": others[0]})
		if !acctest.HasError(diagnostics) {
			t.Error("the provider was taken from another application")
		}
		server.ResetResponses()
	}
}

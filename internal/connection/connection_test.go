package connection_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
)

// Writers of one object wait for each other, and nobody else does.
func TestLockLetsOneWriterAtATime(t *testing.T) {
	t.Parallel()
	connected := &connection.Connection{}
	var group sync.WaitGroup
	writers, most := 0, 0
	for range 20 {
		group.Go(func() {
			unlock, err := connected.Lock(t.Context(), "a")
			if err != nil {
				t.Error(err)
				return
			}
			writers++ // the race detector would notice two
			most = max(most, writers)
			writers--
			unlock()
		})
	}
	group.Wait()
	if most != 1 {
		t.Errorf("%d writers at a time", most)
	}
	unlock, err := connected.Lock(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	other, err := connected.Lock(t.Context(), "b")
	if err != nil {
		t.Fatal(err)
	}
	other()
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := connected.Lock(ended, "a"); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestFromReadsWhatTheProviderHandedOver(t *testing.T) {
	t.Parallel()
	var diagnostics diag.Diagnostics
	connected := &connection.Connection{}
	if connection.From(nil, &diagnostics) != nil || connection.From(connected, &diagnostics) != connected || diagnostics.HasError() {
		t.Error("a connection is not what it is")
	}
	if connection.From("x", &diagnostics) != nil || !diagnostics.HasError() || !strings.Contains(diagnostics[0].Detail(), "got string") {
		t.Error("a string is a connection")
	}
}

func TestAPISaysWhyThereIsNone(t *testing.T) {
	t.Parallel()
	var none *connection.Connection
	if api, diagnostics := none.API(); api != nil || diagnostics[0].Summary() != "Provider not configured" {
		t.Error(diagnostics)
	}
	if api, diagnostics := (&connection.Connection{Unknown: []string{"url", "token"}}).API(); api != nil || !strings.Contains(diagnostics[0].Detail(), "known only after apply: url, token.") {
		t.Error(diagnostics)
	}
	if api, diagnostics := coretest.New().Connect(t).API(); api == nil || diagnostics.HasError() {
		t.Error(diagnostics)
	}
}

func TestReleaseIsKnownHiddenOrAnError(t *testing.T) {
	t.Parallel()
	var none *connection.Connection
	for _, without := range []*connection.Connection{none, {}} {
		if release, known, err := without.Release(t.Context()); release != "" || known || err != nil {
			t.Errorf("without a server: %q %t %v", release, known, err)
		}
	}
	server := coretest.New()
	if release, known, err := server.Connect(t).Release(t.Context()); release != "2025.12.4" || !known || err != nil {
		t.Errorf("%q %t %v", release, known, err)
	}
	server.Release = ""
	if release, known, err := server.Connect(t).Release(t.Context()); release != "" || !known || err != nil {
		t.Errorf("hidden: %q %t %v", release, known, err)
	}
	server.Intercept = func(w http.ResponseWriter, _ *http.Request, _ string) bool {
		w.WriteHeader(http.StatusBadGateway)
		return true
	}
	if _, known, err := server.Connect(t).Release(t.Context()); known || err == nil {
		t.Errorf("failing: %t %v", known, err)
	}
}

func TestCollection(t *testing.T) {
	t.Parallel()
	server := coretest.New()
	k := coretest.Slugged()
	k.API.Only, k.API.Ordering, k.API.ListsDiffer = "things.thing", "name", true
	k.API.Query = map[string][]string{"superuser_full_list": {"true"}}
	collection, err := server.Connect(t).Collection(t.Context(), k)
	if err != nil || collection.Path != "/things/" || collection.Key != "slug" || collection.Ordering != "name" || collection.ReadAhead || collection.Query.Get("superuser_full_list") != "true" {
		t.Errorf("%+v, %v", collection, err)
	}
	for model, keep := range map[string]bool{`"things.thing"`: true, `"things.other"`: false, `null`: true, `""`: true, `[1]`: true} {
		if got := collection.Keep(client.Object{"meta_model_name": json.RawMessage(model)}); got != keep {
			t.Errorf("%s: %t", model, got)
		}
	}
	if got := server.Requests(); len(got) > 0 {
		t.Errorf("asked: %v", got)
	}
	plain, err := server.Connect(t).Collection(t.Context(), coretest.Thing())
	if err != nil || plain.Keep != nil || !plain.ReadAhead || plain.Key != "pk" {
		t.Errorf("%+v, %v", plain, err)
	}
	// A key that has another name in other releases needs the release.
	renamed := coretest.Slugged()
	renamed.Fields[2].Formerly = []string{"old_slug"}
	if _, err := server.Connect(t).Collection(t.Context(), renamed); err != nil {
		t.Error(err)
	}
	server.Intercept = func(w http.ResponseWriter, _ *http.Request, _ string) bool {
		w.WriteHeader(http.StatusBadGateway)
		return true
	}
	if _, err := server.Connect(t).Collection(t.Context(), renamed); err == nil {
		t.Error("the path is guessed")
	}
}

func TestWhatIsNotedOnce(t *testing.T) {
	t.Parallel()
	connected := &connection.Connection{}
	if !connected.Once("a") || connected.Once("a") || !connected.Once("b") {
		t.Error("Once")
	}
	if connected.WasRefreshed("a") {
		t.Error("refreshed before")
	}
	if connected.Refreshed("a"); !connected.WasRefreshed("a") || connected.WasRefreshed("b") {
		t.Error("Refreshed")
	}
	if connected.IsCreated("a") {
		t.Error("created before")
	}
	if connected.Creates("a"); !connected.IsCreated("a") || connected.IsCreated("b") {
		t.Error("Creates")
	}
}

// A set is managed as a whole or element by element, not both.
func TestClaim(t *testing.T) {
	t.Parallel()
	connected := &connection.Connection{}
	for i, claim := range []struct {
		key             string
		whole, conflict bool
	}{{"a", true, false}, {"a", true, false}, {"a", false, true}, {"b", false, false}, {"b", false, false}, {"b", true, true}} {
		if got := connected.Claim("/things/", claim.key, "users", claim.whole); got != claim.conflict {
			t.Errorf("claim %d: %t", i, got)
		}
	}
	if connected.Claim("/things/", "a", "roles", false) {
		t.Error("another set conflicts")
	}
}

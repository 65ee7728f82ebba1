package outpost_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// Fifty attachments in one apply, and as many by three providers side by side, as three
// applies from three states start them: none is lost, and no write leaves out what
// another one has written.
func TestAttachmentsSideBySide(t *testing.T) {
	t.Parallel()
	for name, processes := range map[string]int{"one apply": 1, "three applies": 3} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			const count = 50
			server := authentiktest.New(t)
			withProviders(server, count)
			neverLoses(t, server)
			var providers []*acctest.Provider
			for range processes {
				providers = append(providers, configured(t, server))
			}
			each(count, func(id int) {
				resource := providers[id%processes].Resource(t, attachment)
				if diagnostics := resource.Apply(map[string]any{"outpost": outpostID, "protocol_provider": id}); acctest.HasError(diagnostics) {
					t.Error(acctest.Describe(diagnostics))
				}
			})
			if found := held(server, outpostID); len(found) != count {
				t.Errorf("the outpost has %d providers, expected %d", len(found), count)
			}
		})
	}
}

// Detaching at the same time loses nothing either, and changing the outpost itself does
// not bring a provider back.
func TestDetachingWhileTheOutpostChanges(t *testing.T) {
	t.Parallel()
	const count = 20
	server := authentiktest.New(t)
	withProviders(server, count)
	provider := configured(t, server)
	outpost := provider.Resource(t, "authentik_outpost")
	ok(t, outpost.Import("managed="+embedded))
	ok(t, outpost.Refresh())
	resources := make([]*acctest.Managed, count+1)
	each(count, func(id int) {
		resources[id] = provider.Resource(t, attachment)
		if diagnostics := resources[id].Apply(map[string]any{"outpost": outpostID, "protocol_provider": id}); acctest.HasError(diagnostics) {
			t.Error(acctest.Describe(diagnostics))
		}
	})
	each(count+1, func(id int) {
		var diagnostics []*tfprotov6.Diagnostic
		if id > count {
			diagnostics = outpost.Apply(map[string]any{"name": "authentik Embedded Outpost", "config": `{"log_level":"debug"}`})
		} else {
			diagnostics = resources[id].Apply(nil)
		}
		if acctest.HasError(diagnostics) {
			t.Error(acctest.Describe(diagnostics))
		}
	})
	if found := held(server, outpostID); len(found) != 0 {
		t.Errorf("the outpost still has %v", found)
	}
}

// A write of somebody else that undoes an attachment is noticed, and the attachment
// written again.
func TestAttachmentUndoneByOthers(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	withProviders(server, 2)
	undo := func(w http.ResponseWriter, r *http.Request) {
		server.Answer(w, r)
		if err := server.Change(path, outpostID, map[string]any{"providers": []any{json.Number("2")}}); err != nil {
			t.Error(err)
		}
	}
	server.RespondFirst(2, authentiktest.Matching(http.MethodPatch, path+outpostID+"/"), undo)
	provider := configured(t, server)
	ok(t, provider.Resource(t, attachment).Apply(map[string]any{"outpost": outpostID, "protocol_provider": 1}))
	if found := held(server, outpostID); len(found) != 2 {
		t.Errorf("the outpost has %v", found)
	}

	server.Respond(authentiktest.Matching(http.MethodPatch, path+outpostID+"/"), undo)
	ok(t, provider.Resource(t, attachment).Apply(map[string]any{"outpost": outpostID, "protocol_provider": 2}))
	if err := server.Change(path, outpostID, map[string]any{"providers": []any{}}); err != nil {
		t.Fatal(err)
	}
	diagnostics := provider.Resource(t, attachment).Apply(map[string]any{"outpost": outpostID, "protocol_provider": 1})
	if !acctest.HasError(diagnostics) || !strings.Contains(acctest.Describe(diagnostics), "Lost update") {
		t.Errorf("an attachment that others keep on undoing is reported as %s", acctest.Describe(diagnostics))
	}
}

// The last provider of an outpost stays, with a warning; that of the embedded outpost
// goes.
func TestLastProvider(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	withProviders(server, 1)
	const other = "7d1f0f4c-5f1e-4a63-9d2b-0f6f5d2c8a12"
	server.Add(path, map[string]any{"pk": other, "name": "other", "type": "proxy", "providers": []any{json.Number("1")}, "config": map[string]any{}})
	provider := configured(t, server)
	for id, warnings := range map[string]int{outpostID: 0, other: 1} {
		resource := provider.Resource(t, attachment)
		ok(t, resource.Apply(map[string]any{"outpost": id, "protocol_provider": 1}))
		diagnostics := resource.Apply(nil)
		ok(t, diagnostics)
		if len(diagnostics) != warnings || resource.State != nil {
			t.Errorf("the last provider of %s is detached with %s", id, acctest.Describe(diagnostics))
		}
		if found := held(server, id); len(found) != warnings {
			t.Errorf("the outpost has %v", found)
		}
	}
}

// Import, drift, loss of the provider or the outpost, and a provider of another type.
func TestAttachmentLifecycle(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	withProviders(server, 2)
	server.Add("/providers/ldap/", map[string]any{"pk": 3, "name": "ldap"})
	provider := configured(t, server)
	config := map[string]any{"outpost": outpostID, "protocol_provider": 1}
	resource := provider.Resource(t, attachment)
	ok(t, resource.Apply(config))
	if id := text(t, resource.State["id"]); id != outpostID+":1" {
		t.Errorf("the ID is %s", id)
	}
	imported := provider.Resource(t, attachment)
	ok(t, imported.Import(strings.ToUpper(outpostID)+":1"))
	if _, changes, _ := imported.Plan(config); len(changes) > 0 {
		t.Errorf("after the import the plan changes %v", changes)
	}
	ok(t, imported.Import("authentik Embedded Outpost:provider 1"))
	if id := text(t, imported.State["id"]); id != outpostID+":1" {
		t.Errorf("the import by names leads to %s", id)
	}
	for id, report := range map[string]string{
		outpostID: "Invalid import ID", outpostID + ":": "Invalid import ID",
		"embedded:1": `one outpost with the name "embedded" that the token's user may view, found 0`, outpostID + ":one": `one provider with the name "one" that the token's user may view, found 0`,
	} {
		if diagnostics := provider.Resource(t, attachment).Import(id); !strings.Contains(acctest.Describe(diagnostics), report) {
			t.Errorf("the import of %s says %s", id, acctest.Describe(diagnostics))
		}
	}
	if err := server.Change(path, outpostID, map[string]any{"providers": []any{json.Number("2")}}); err != nil {
		t.Fatal(err)
	}
	if diagnostics := resource.Refresh(); resource.State != nil || len(diagnostics) != 1 {
		t.Errorf("the loss is reported as %s", acctest.Describe(diagnostics))
	}
	ok(t, resource.Apply(config))

	diagnostics := provider.Resource(t, attachment).Apply(map[string]any{"outpost": outpostID, "protocol_provider": 3})
	if report := acctest.Describe(diagnostics); !strings.Contains(report, `AttributeName("protocol_provider")`) || !strings.Contains(report, "ldap") {
		t.Errorf("a provider of another type is reported as %s", report)
	}
	diagnostics = provider.Resource(t, attachment).Apply(map[string]any{"outpost": outpostID, "protocol_provider": 99})
	if report := acctest.Describe(diagnostics); !strings.Contains(report, `AttributeName("protocol_provider")`) {
		t.Errorf("a provider that does not exist is reported as %s", report)
	}
	diagnostics = provider.Resource(t, attachment).Apply(map[string]any{"outpost": "2c56e12c-0fea-496b-a1e4-c39d9945129e", "protocol_provider": 1})
	if report := acctest.Describe(diagnostics); !strings.Contains(report, "Outpost not found") {
		t.Errorf("an outpost that does not exist is reported as %s", report)
	}

	if err := server.Remove(path, outpostID); err != nil {
		t.Fatal(err)
	}
	ok(t, resource.Apply(nil))
}

// each calls the function with 1 to count, all at the same time.
func each(count int, call func(int)) {
	var group sync.WaitGroup
	for id := 1; id <= count; id++ {
		group.Go(func() { call(id) })
	}
	group.Wait()
}

// neverLoses fails the test for a write of the embedded outpost's providers that lacks one
// that the server has.
func neverLoses(t *testing.T, server *authentiktest.Server) {
	t.Helper()
	var writing sync.Mutex
	server.Respond(authentiktest.Matching(http.MethodPatch, path+outpostID+"/"), func(w http.ResponseWriter, r *http.Request) {
		writing.Lock()
		defer writing.Unlock()
		before := len(held(server, outpostID))
		recorder := httptest.NewRecorder()
		server.Answer(recorder, r)
		if after := len(held(server, outpostID)); after != before+1 {
			t.Errorf("a write led from %d providers to %d", before, after)
		}
		maps.Copy(w.Header(), recorder.Header())
		w.WriteHeader(recorder.Code)
		_, _ = w.Write(recorder.Body.Bytes())
	})
}

// An answer without the list is never taken for an outpost without providers, whose list
// would then be written.
func TestAnswerWithoutProviders(t *testing.T) {
	t.Parallel()
	for _, body := range []string{`{}`, `[]`, `{"providers":null}`, `{"providers":{}}`} {
		server := authentiktest.New(t)
		withProviders(server, 1)
		server.Respond(authentiktest.Matching(http.MethodGet, path+outpostID+"/"), func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write([]byte(body))
		})
		diagnostics := configured(t, server).Resource(t, attachment).Apply(map[string]any{"outpost": outpostID, "protocol_provider": 1})
		if !acctest.HasError(diagnostics) || len(held(server, outpostID)) != 0 {
			t.Errorf("%s: %s", body, acctest.Describe(diagnostics))
		}
	}
}

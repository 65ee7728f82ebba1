package stage_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// kind is a kind of request: how it comes about, and its method.
type kind struct {
	method string
	// do runs the operation on a stage that is there, except for a create.
	do func(t *testing.T, provider *acctest.Provider, stage *acctest.Managed) bool
}

var kinds = map[string]kind{
	"retrieve": {http.MethodGet, func(t *testing.T, provider *acctest.Provider, stage *acctest.Managed) bool {
		t.Helper()
		_, diagnostics := provider.Read(smsType, map[string]any{"id": plain(t, stage.State["id"])})
		return !acctest.HasError(diagnostics)
	}},
	"look-up": {http.MethodGet, func(t *testing.T, provider *acctest.Provider, _ *acctest.Managed) bool {
		t.Helper()
		_, diagnostics := provider.Read(smsType, map[string]any{"name": "sms"})
		return !acctest.HasError(diagnostics)
	}},
	"list": {http.MethodGet, func(t *testing.T, provider *acctest.Provider, _ *acctest.Managed) bool {
		t.Helper()
		_, diagnostics := provider.Read("authentik_stages_authenticator_sms", nil)
		return !acctest.HasError(diagnostics)
	}},
	"refresh": {http.MethodGet, func(t *testing.T, _ *acctest.Provider, stage *acctest.Managed) bool {
		t.Helper()
		return !acctest.HasError(stage.Refresh())
	}},
	"import": {http.MethodGet, func(t *testing.T, provider *acctest.Provider, _ *acctest.Managed) bool {
		t.Helper()
		return !acctest.HasError(provider.Resource(t, smsType).Import("name=sms"))
	}},
	"create": {http.MethodPost, func(t *testing.T, _ *acctest.Provider, stage *acctest.Managed) bool {
		t.Helper()
		return !acctest.HasError(stage.Apply(twilio(map[string]any{"auth": "a"})))
	}},
	"update": {http.MethodPatch, func(t *testing.T, _ *acctest.Provider, stage *acctest.Managed) bool {
		t.Helper()
		return !acctest.HasError(stage.Apply(twilio(map[string]any{"auth": "a", "from_number": "+2"})))
	}},
	"delete": {http.MethodDelete, func(t *testing.T, _ *acctest.Provider, stage *acctest.Managed) bool {
		t.Helper()
		return !acctest.HasError(stage.Apply(nil))
	}},
}

// passing are the losses after which sending again helps.
var passing = map[string]bool{
	"502 before": true, "502 after": true, "503 before": true, "dropped before": true, "dropped after": true, "half an answer": true,
}

// TestEveryRequestMeetsEveryFault: each kind of request meets each fault once, and
// again when it is sent again. It succeeds where that can help. Where it fails,
// the same operation without the fault succeeds, and in the end the server has
// what the state says: one object, or none after the deletion.
func TestEveryRequestMeetsEveryFault(t *testing.T) {
	t.Parallel()
	for kindName, kind := range kinds {
		for faultName, fault := range losses {
			for _, times := range []int{1, 2} {
				t.Run(fmt.Sprintf("%s/%s/%d", kindName, faultName, times), func(t *testing.T) {
					t.Parallel()
					server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
					provider := configured(t, server, map[string]any{"max_retries": 2})
					stage := provider.Resource(t, smsType)
					if kindName != "create" {
						ok(t, stage.Apply(twilio(map[string]any{"auth": "a"})))
					}
					server.RespondFirst(times, authentiktest.Matching(kind.method, smsPath), func(w http.ResponseWriter, r *http.Request) {
						if fault.done {
							server.Answer(httptest.NewRecorder(), r)
						}
						fault.handle(server, w, r)
					})
					succeeded := kind.do(t, provider, stage)
					if passing[faultName] && !succeeded {
						t.Error("it failed where sending again helps")
					}
					server.ResetResponses()
					if !succeeded && !kind.do(t, provider, stage) {
						t.Error("without the fault it fails")
					}
					agree(t, server, stage, kindName)
				})
			}
		}
	}
}

// agree compares the server with the state.
func agree(t *testing.T, server *authentiktest.Server, stage *acctest.Managed, kindName string) {
	t.Helper()
	objects := server.Objects(smsPath)
	if kindName == "delete" {
		if len(objects) != 0 || stage.State != nil {
			t.Errorf("%d objects are left", len(objects))
		}
		return
	}
	if len(objects) != 1 || objects[0]["pk"] != plain(t, stage.State["id"]) || objects[0]["from_number"] != plain(t, stage.State["from_number"]) {
		t.Errorf("the server has %d objects, the state %v", len(objects), stage.State["id"])
	}
}
